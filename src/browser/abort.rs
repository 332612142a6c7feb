//! Requests that can be given up.

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::{cell::Cell, rc::Rc, time::Duration};
use wasm_bindgen::JsValue;
use web_sys::{AbortController, Request, RequestInit};

/// Gives a request up when it takes too long, and when nobody waits for it any more: then this is dropped.
pub struct Deadline {
    controller: Option<AbortController>,
    timer: Option<TimeoutHandle>,
    passed: Rc<Cell<bool>>,
}

impl Deadline {
    /// A deadline so long from now.
    #[must_use]
    pub fn after(duration: Duration) -> Self {
        let controller = AbortController::new().ok();
        let passed = Rc::new(Cell::new(false));
        let on_passed = {
            let (controller, passed) = (controller.clone(), passed.clone());
            move || {
                passed.set(true);
                if let Some(controller) = controller {
                    controller.abort();
                }
            }
        };
        Self {
            controller,
            timer: set_timeout_with_handle(on_passed, duration).ok(),
            passed,
        }
    }

    /// A request for a file that is given up with this. (What `gloo_net` would build of the same parts looks for a query
    /// to add, and takes two kilobytes for it.)
    ///
    /// # Errors
    /// The browser's, for what is no address.
    pub fn request(&self, address: &str) -> Result<Request, JsValue> {
        let init = RequestInit::new();
        if let Some(controller) = &self.controller {
            init.set_signal(Some(&controller.signal()));
        }
        Request::new_with_str_and_init(address, &init)
    }

    /// Whether the time has run out.
    #[must_use]
    pub fn has_passed(&self) -> bool {
        self.passed.get()
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(timer) = &self.timer {
            timer.clear();
        }
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
