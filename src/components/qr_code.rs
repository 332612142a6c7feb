//! An address as a picture that a phone can read, made on the device.

use crate::{
    element::{Element, el},
    setting::use_setting,
};
use content::url::percent_encode_component;
use qrcodegen::{QrCode, QrCodeEcc};

/// The white border that readers of the code need around it (ISO/IEC 18004), in modules.
const BORDER: i32 = 4;

/// A QR code; nothing for an address that is too long for one.
pub fn qr_code(address: &str) -> Option<Element> {
    // As a text it would come to the same: an address has small letters, which only bytes can say.
    let code = QrCode::encode_binary(address.as_bytes(), QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            for part in [
                "M",
                &(x + BORDER).to_string(),
                " ",
                &(y + BORDER).to_string(),
                "h1v1h-1z",
            ] {
                path.push_str(part);
            }
        }
    }
    let size = (code.size() + 2 * BORDER).to_string();
    let drawing = [
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ",
        &size,
        " ",
        &size,
        "' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h99999v99999H0z'/><path d='",
        &path,
        "'/></svg>",
    ]
    .concat();
    let image = el("img")
        .class("qr-code")
        .attr("alt", (use_setting().words.desk)().address_code)
        .attr("width", size.as_str())
        .attr("height", size.as_str())
        .attr(
            "src",
            "data:image/svg+xml,".to_owned() + &percent_encode_component(&drawing),
        );
    Some(image)
}
