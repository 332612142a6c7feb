//! Ukrainian.

use super::{DeskWords, FailureWords, Words};
use content::story::Kind;

pub(super) static WORDS: Words = Words {
    lang: "uk",
    name: "Українська",

    skip_to_content: "До змісту",
    home: "Головна",
    main_menu: "Головне меню",
    menu: "Меню",
    service_links: "Про сайт",
    sections: "Рубрики",
    pages: "Інформація",
    all: "Усе",
    more_in: "Більше в {}",
    breadcrumb: "Ви тут",
    theme: "Вигляд",
    theme_auto: "Як на пристрої",
    theme_light: "Світлий",
    theme_dark: "Темний",
    language: "Мова",
    top: "Угору",

    search: "Пошук",
    search_label: "Пошук на сайті",
    search_hint: "Заголовок, ім’я або тема",
    no_results: "Нічого не знайдено",
    view_all_results: "Усі результати",
    results_for: "Результати для «{}»",
    search_again: "Спробуйте менше слів або інше написання.",

    latest: "Останнє",
    all_stories: "Усі матеріали",
    all_of: "Усе в {}",
    newer: "Новіші",
    older: "Старіші",
    paging: "Сторінки",
    page_of: "Сторінка {} з {}",
    empty_list: "Тут ще нічого не опубліковано.",
    empty_site: "Ще нічого не опубліковано.",
    tag: "Тема",
    author: "Автор",

    by: "Автор:",
    and: "та",
    in_topics: "У рубриках",
    also_in: "Іншими мовами:",
    updated: "Оновлено",
    correction: "Виправлення",
    corrections: "Виправлення",
    notes: "Примітки",
    back_to_text: "Назад до тексту",
    note: "Примітка",
    related: "За темою",
    next_story: "Наступний матеріал",
    previous_story: "Попередній матеріал",
    recent: "Останні новини",
    read_at: "Читати на {}",
    attachments: "Файли",
    picture_credit: "Зображення:",
    play: "Відтворити відео",
    play_notice: "Відео завантажується з {}, який тоді зможе бачити ваш візит.",
    watch_at: "Дивитися на {}",
    print: "Друк",
    only_part: "Текст завеликий, щоб показати його повністю.",

    share: "Поділитися",
    share_on: "Поділитися в {}",
    email: "Електронна пошта",
    copy_link: "Копіювати посилання",
    link_copied: "Посилання скопійовано",
    copy_failed: "Не вдалося скопіювати посилання. Візьміть його з адресного рядка.",

    loading: "Завантаження",
    still_loading: "Ще завантажується. З’єднання повільне.",
    not_found: "Сторінку не знайдено",
    not_found_text: "За цією адресою нічого немає. Матеріал могли перенести; спробуйте пошук.",
    failed: "Новини не завантажилися",
    to_front_page: "На головну сторінку",
    rights: "Усі права захищено",

    failure: || &FAILURE,
    desk: || &DESK,

    stories: |count| counted(count, ["матеріал", "матеріали", "матеріалів"]),
    results: |count| counted(count, ["результат", "результати", "результатів"]),
    reading_time: |minutes| minutes.to_string() + " хв читання",
    age: |years| match years {
        1 => "Цьому матеріалу понад рік.".to_owned(),
        years => {
            "Цьому матеріалу понад ".to_owned() + &counted(years, ["рік", "роки", "років"]) + "."
        }
    },
    kind: |kind| match kind {
        Kind::News => "",
        Kind::Opinion => "Думка",
        Kind::Editorial => "Від редакції",
        Kind::Analysis => "Аналітика",
        Kind::Interview => "Інтерв’ю",
        Kind::Explainer => "Пояснення",
        Kind::Report => "Репортаж",
    },
};

/// `count` with its form: one (1, 21 …), few (2–4, 22–24 …), many (all others; 11–14 too).
fn counted(count: usize, [one, few, many]: [&str; 3]) -> String {
    let form = match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    };
    count.to_string() + " " + form
}

static FAILURE: FailureWords = FailureWords {
    offline: "Пристрій не під’єднаний до інтернету.",
    timeout: "Відповідь тривала надто довго.",
    network: "З’єднання перервалося.",
    status: "Сервер відповів помилкою {}.",
    content: "Те, що надіслав сервер, не є стрічкою новин.",
    retry: "Спробувати ще раз",
};

static DESK: DeskWords = DeskWords {
    title: "Друк матеріалу",
    hint: "Натисніть на те, чого не хочете бачити на папері. «Скасувати» поверне це.",
    back: "Назад до матеріалу",
    save_pdf: "Зберегти як PDF",
    pdf_hint: "У вікні, що відкриється, виберіть принтер «Зберегти як PDF».",
    undo: "Скасувати",
    undone: "Скасовано",
    redo: "Повторити",
    redone: "Повторено",
    restore: "Повернути все",
    restored: "Усе повернуто",
    reset: "Початкові налаштування",
    large: "Великий шрифт",
    remove: "Прибрати",
    removed: "Прибрано: {}",
    copy_as: "Копіювати як",
    plain_text: "Звичайний текст",
    copy: "Копіювати",
    copied: "Скопійовано",
    copy_failed: "Не вдалося скопіювати текст.",
    printed: "Надруковано {}",
    picture: "Зображення",
    sheet: "Аркуш",
    settings: "Налаштування",
    address_code: "QR-код адреси",
    choices: [
        "Розмір шрифту",
        "Шрифт|Із засічками|Без засічок",
        "Міжрядковий інтервал|Вузький|Звичайний|Широкий",
        "Дві колонки",
        "Папір|A4|Letter",
        "Зображення|Без зображень|Малі|Звичайні|На всю ширину",
        "Адреси посилань у примітках",
        "QR-код",
        "Економити чорнило",
    ],
    pages: |count| counted(count, ["сторінка", "сторінки", "сторінок"]),
};
