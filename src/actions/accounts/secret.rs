/// A secret for a link: 256 random bits as hexadecimal text. Only its hash is kept.
pub fn new_secret() -> String {
    let random: [u8; 32] = rand::random();
    random.iter().map(|b| format!("{b:02x}")).collect()
}
