use std::time::Instant;
fn main() {
    let mut files = vec![];
    for d in std::fs::read_dir(std::env::args().nth(1).unwrap()).unwrap() {
        let d = d.unwrap().path();
        if d.is_dir() {
            for f in std::fs::read_dir(d).unwrap() {
                files.push(f.unwrap().path());
            }
        } else {
            files.push(d)
        }
    }
    let texts: Vec<String> = files
        .iter()
        .map(|f| std::fs::read_to_string(f).unwrap())
        .collect();
    let bytes: usize = texts.iter().map(|t| t.len()).sum();
    let t = Instant::now();
    let docs: Vec<_> = texts
        .iter()
        .zip(&files)
        .filter_map(|(t, p)| sources::read::whole(t, p))
        .collect();
    let e = t.elapsed();
    println!(
        "{} docs {} MB read {:?} {} MB/s",
        docs.len(),
        bytes / 1000000,
        e,
        bytes as f64 / 1e6 / e.as_secs_f64()
    );
    let lex = citation::Lexicon::default();
    let t = Instant::now();
    let mut n = 0;
    for d in &docs {
        for p in &d.passages {
            n += citation::scan(&p.words, &lex).len();
        }
    }
    let e = t.elapsed();
    println!(
        "scan {} {:?} {} MB/s",
        n,
        e,
        bytes as f64 / 1e6 / e.as_secs_f64()
    );
    let np: usize = docs.iter().map(|d| d.passages.len()).sum();
    println!("{np} passages");
}
