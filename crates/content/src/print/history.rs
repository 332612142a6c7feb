//! Undo and redo.

/// A value, all it has been before, and all that was undone.
#[derive(Clone, Debug, Default)]
pub struct History<T> {
    now: T,
    past: Vec<T>,
    future: Vec<T>,
}

impl<T: Clone + PartialEq> History<T> {
    /// Begins with a value, and nothing to undo.
    pub fn new(now: T) -> Self {
        Self {
            now,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// The present value.
    pub fn now(&self) -> &T {
        &self.now
    }

    /// Goes on to another value; what was undone before is forgotten. The same value again is no step.
    pub fn set(&mut self, next: T) {
        if next != self.now {
            self.past.push(std::mem::replace(&mut self.now, next));
            self.future.clear();
        }
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Goes a step back; nothing happens at the beginning.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
        }
    }

    /// Goes forward again to what was undone.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn everything_can_be_undone_and_done_again(steps in prop::collection::vec(0u8..4, 0..60)) {
            let mut history = History::new(9);
            let mut seen = vec![9];
            for step in steps {
                history.set(step);
                if seen.last() != Some(&step) {
                    seen.push(step);
                }
            }
            for value in seen.iter().rev() {
                prop_assert_eq!(history.now(), value);
                prop_assert_eq!(history.can_undo(), seen.len() > 1 && value != &9);
                history.undo();
            }
            for value in &seen {
                prop_assert_eq!(history.now(), value);
                history.redo();
            }
            prop_assert!(!history.can_redo());
        }
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut history = History::new('a');
        history.set('b');
        history.undo();
        assert!(history.can_redo());
        history.set('c');
        assert!(!history.can_redo());
        history.undo();
        assert_eq!(*history.now(), 'a');
    }
}
