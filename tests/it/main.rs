//! One test binary: through the front door, against real databases and real browsers.

mod architecture;
