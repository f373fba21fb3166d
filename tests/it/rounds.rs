use crate::databases::on_both;
use crate::world::World;

#[test]
fn the_example_loads_with_its_journal() {
    on_both(|kind| {
        let world = World::demo(kind);
        assert!(world.house.verify_journal().expect("the chain holds") >= 4);
    });
}
