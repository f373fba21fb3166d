pub mod domain;
pub mod rendering;
