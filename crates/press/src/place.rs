//! The folders in which the places of an edition lie.

use content::route::Route;

/// Why a place cannot be a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoFolder(pub &'static str);

/// The longest name of a file or folder that every system can keep, in bytes.
const LONGEST: usize = 255;

/// Files of an edition whose names a story's path might have.
const RESERVED: [&str; 4] = ["index.html", "404.html", "feed.json", "rss.xml"];

/// The folder of a place from the edition's root on, without a slash at its end: an address, percent-decoded.
///
/// # Errors
/// [`NoFolder`], where such a folder would lie outside of the edition or cannot be made.
pub fn folder(route: &Route) -> Result<String, NoFolder> {
    let path = route.path();
    let path = content::route::permalink(path.split('?').next().unwrap_or_default());
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        if matches!(segment, "." | "..") {
            return Err(NoFolder("has `..` in its path"));
        }
        if RESERVED.contains(&segment) {
            return Err(NoFolder(
                "has a path at which the edition has a file of its own",
            ));
        }
        if segment.len() > LONGEST {
            return Err(NoFolder("has a path too long for a folder's name"));
        }
        if segment.contains(|c: char| c.is_control() || c == '\\') {
            return Err(NoFolder("has a path that no folder can have"));
        }
    }
    Ok(path)
}

/// The file of a place's data, from the site's root on.
#[must_use]
pub fn data_file(route: &Route) -> String {
    match folder(route).as_deref() {
        Ok("") | Err(_) => "feed.json".to_owned(),
        Ok(folder) => folder.to_owned() + "/feed.json",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::route::List;

    #[test]
    fn no_folder_lies_outside_of_the_edition() {
        for path in ["a/../../b", "..", "a/./b", "a\\b", "a\u{0}b"] {
            assert!(folder(&Route::Story(path.into())).is_err(), "{path}");
        }
        assert!(folder(&Route::Story("я".repeat(200))).is_err());
    }

    #[test]
    fn a_folder_is_the_address_in_its_own_letters() {
        let tag = Route::of_list(List::Tag("медиуми".into()), 2);
        assert_eq!(folder(&tag).unwrap(), "tag/медиуми/page/2");
        assert_eq!(folder(&Route::Front).unwrap(), "");
        assert_eq!(
            data_file(&Route::Story("2022/a".into())),
            "2022/a/feed.json"
        );
        assert_eq!(folder(&Route::Search(String::new(), 1)).unwrap(), "search");
    }
}
