//! Files on this disk and in a store that speaks S3: nobody can tell which. The store is played by
//! a small server that knows PUT, GET with a range, HEAD and DELETE.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use actix_web::http::Method;
use actix_web::http::header::{ETAG, LAST_MODIFIED, RANGE};
use actix_web::web::{self, Bytes, Data};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};

use crate::attachments::{PDF, add, address_of, files, writer};
use crate::databases::{Kind, on_both};
use crate::world::World;

#[derive(Default)]
struct Shelf {
    contents: BTreeMap<String, Bytes>,
    /// What was asked: methods, in order.
    asked: Vec<String>,
    broken: bool,
}

type Store = Arc<Mutex<Shelf>>;

async fn serve(req: HttpRequest, body: Bytes, store: Data<Store>) -> HttpResponse {
    let mut shelf = store.lock().expect("nobody panicked");
    let signed = req.headers().get("authorization").and_then(|v| v.to_str().ok());
    assert!(signed.is_some_and(|v| v.starts_with("AWS4-HMAC-SHA256 Credential=key/")));
    shelf.asked.push(req.method().to_string());
    if shelf.broken {
        return HttpResponse::InternalServerError().finish();
    }
    let name = req.path().to_owned();
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((ETAG, "\"1\""))
        .insert_header((LAST_MODIFIED, "Mon, 23 Nov 2026 08:00:00 GMT"));
    match *req.method() {
        Method::PUT => {
            shelf.contents.insert(name, body);
            answer.finish()
        }
        Method::DELETE => {
            shelf.contents.remove(&name);
            HttpResponse::NoContent().finish()
        }
        _ => match shelf.contents.get(&name) {
            Some(content) => part(&req, answer, content),
            None => HttpResponse::NotFound().finish(),
        },
    }
}

fn part(
    req: &HttpRequest,
    mut answer: actix_web::HttpResponseBuilder,
    all: &Bytes,
) -> HttpResponse {
    let range = req.headers().get(RANGE).and_then(|v| v.to_str().ok()?.strip_prefix("bytes="));
    let Some((from, to)) = range.and_then(|range| range.split_once('-')) else {
        return answer.body(all.clone());
    };
    let (from, to): (usize, usize) =
        (from.parse().expect("a number"), to.parse().expect("a number"));
    answer
        .status(actix_web::http::StatusCode::PARTIAL_CONTENT)
        .insert_header(("content-range", format!("bytes {from}-{to}/{}", all.len())))
        .body(all.slice(from..=to))
}

/// The store, and the settings of a house that uses it.
fn store() -> (Store, String) {
    let store = Store::default();
    let data = Data::new(store.clone());
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async {
            let server = HttpServer::new(move || {
                App::new()
                    .app_data(data.clone())
                    .app_data(web::PayloadConfig::new(64 << 20))
                    .default_service(web::to(serve))
            });
            let server = server.workers(1).bind("127.0.0.1:0").expect("a free port");
            send.send(server.addrs()[0].port()).expect("somebody waits");
            server.run().await.expect("it runs");
        });
    });
    let port = receive.recv().expect("a port");
    let own = format!(
        "[files]\nstore = \"s3\"\nbucket = \"bids\"\nendpoint = \"http://127.0.0.1:{port}\"\n\
         region = \"eu-west-1\"\nkey = \"key\"\nsecret = \"geheim\"\n"
    );
    (store, own)
}

/// What holds wherever files are kept.
fn files_come_and_stay(world: &World) {
    let mut hanneke = writer(world);
    let large: Vec<u8> = [PDF, &vec![b'x'; 3 * 1024 * 1024]].concat();
    for (name, bytes) in [("klein.pdf", PDF), ("groot.pdf", &large), ("nog eens.pdf", PDF)] {
        add(&mut hanneke, name, bytes).redirects_to(&files());
        let file = address_of(&hanneke.get(&files()), name).expect("a link");
        assert_eq!(hanneke.bytes_of(&file), bytes);
    }
    let incoming = world.database.folder().join("files/incoming");
    assert_eq!(std::fs::read_dir(incoming).expect("a folder").count(), 0, "nothing is left over");
}

#[test]
fn files_on_the_disk_come_and_stay() {
    on_both(|kind| files_come_and_stay(&World::demo(kind)));
}

#[test]
fn files_in_a_store_come_and_stay() {
    on_both(|kind| {
        let (store, own) = store();
        let world = World::demo_set(kind, &own);
        files_come_and_stay(&world);
        let shelf = store.lock().expect("nobody panicked");
        assert_eq!(shelf.contents.len(), 2, "the same content once");
        let hash = |name: &String| name.strip_prefix("/bids/").is_some_and(|h| h.len() == 64);
        assert!(shelf.contents.keys().all(hash), "{:?}", shelf.contents.keys());
        assert_eq!(shelf.asked.iter().filter(|m| *m == "PUT").count(), 2);
    });
}

#[test]
fn a_store_that_is_broken_takes_no_file_and_loses_none() {
    let (store, own) = store();
    let world = World::demo_set(Kind::Sqlite, &own);
    let mut hanneke = writer(&world);
    add(&mut hanneke, "eerst.pdf", PDF).redirects_to(&files());
    store.lock().expect("nobody panicked").broken = true;
    add(&mut hanneke, "later.pdf", &[PDF, b"more"].concat()).is(500);
    let page = hanneke.get(&files()).is(200);
    assert_eq!(address_of(&page, "later.pdf"), None);
    let file = address_of(&page, "eerst.pdf").expect("a link");
    hanneke.get(&file).is(500);
    store.lock().expect("nobody panicked").broken = false;
    assert_eq!(hanneke.bytes_of(&file), PDF);
}
