//! A client small enough to see through: it sends what it is told to and waits for what it is told to, never longer than a while.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Longer than anything here takes on a busy machine.
const A_WHILE: Duration = Duration::from_secs(120);

/// The draft most tests are about.
pub(crate) const URI: &str = "file:///drafts/note.txt";

/// A Sunday.
pub(crate) const TODAY: &str = "2026-11-22";

/// A client and the server it talks to.
pub(crate) struct Client {
    input: Option<Box<dyn Write + Send>>,
    output: Receiver<Value>,
    /// What came and was not waited for yet.
    pub(crate) waiting: VecDeque<Value>,
    process: Option<Child>,
    /// The folder the server takes for its user's home.
    pub(crate) home: PathBuf,
    /// Held while nothing is to be read.
    reading: Arc<Mutex<()>>,
    next_id: i64,
    /// What the server is answered when it asks for settings.
    pub(crate) settings: Value,
    /// The client's requests by the server that were seen: method and parameters.
    pub(crate) asked: Vec<(String, Value)>,
}

/// A home of its own for every test, so that no one's settings matter and nothing is left behind in them.
fn home() -> PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("lsp-home-{}-{number}", std::process::id());
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&home).unwrap();
    home
}

impl Client {
    /// The program itself, `forthright lsp`, on its standard input and output.
    pub(crate) fn spawn() -> Self {
        Self::spawn_by(&[])
    }

    /// The program run by another: `strace` and its arguments.
    pub(crate) fn spawn_by(runner: &[&str]) -> Self {
        let home = home();
        let program = env!("CARGO_BIN_EXE_forthright");
        let words: Vec<&str> = runner
            .iter()
            .copied()
            .chain([program, "lsp", "--today", TODAY])
            .collect();
        let mut process = Command::new(words[0])
            .args(&words[1..])
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", &home)
            .current_dir(&home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let input = Box::new(process.stdin.take().unwrap());
        let output = process.stdout.take().unwrap();
        Self::new(input, output, Some(process), home)
    }

    /// A session in this process, on pipes in memory, with rules of the test's choice.
    pub(crate) fn in_memory(rules: Vec<&'static forthright::rules::Rule>) -> Self {
        let (from_client, to_server) = std::io::pipe().unwrap();
        let (from_server, to_client) = std::io::pipe().unwrap();
        let home = home();
        let settings = home.join("forthright.toml");
        std::fs::write(&settings, "").unwrap();
        let start = forthright::lsp::Start {
            today: TODAY.parse().ok(),
            config: Some(settings),
            rules,
        };
        std::thread::spawn(move || forthright::lsp::serve(from_client, to_client, start));
        Self::new(Box::new(to_server), from_server, None, home)
    }

    fn new(
        input: Box<dyn Write + Send>,
        output: impl Read + Send + 'static,
        process: Option<Child>,
        home: PathBuf,
    ) -> Self {
        let (sender, receiver) = channel();
        let reading = Arc::new(Mutex::new(()));
        let gate = Arc::clone(&reading);
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                drop(gate.lock());
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Self {
            input: Some(input),
            output: receiver,
            waiting: VecDeque::new(),
            process,
            home,
            reading,
            next_id: 0,
            settings: Value::Null,
            asked: Vec::new(),
        }
    }

    /// Nothing is read from the server while this is locked.
    pub(crate) fn reading(&self) -> Arc<Mutex<()>> {
        Arc::clone(&self.reading)
    }

    /// A client that has introduced itself with these capabilities.
    pub(crate) fn with(capabilities: Value) -> Self {
        let mut client = Self::spawn();
        client.initialize(capabilities);
        client
    }

    /// Introduces itself; what the server says of itself.
    pub(crate) fn initialize(&mut self, capabilities: Value) -> Value {
        let reply = self.request(
            "initialize",
            json!({"processId": std::process::id(), "rootUri": null, "capabilities": capabilities}),
        );
        self.notify("initialized", json!({}));
        reply["capabilities"].clone()
    }

    /// Sends bytes as they are.
    pub(crate) fn send_raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        // A server that left is told by what it answers, not by the pipe.
        let _ = input.write_all(bytes).and_then(|()| input.flush());
    }

    pub(crate) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and goes on; its id.
    pub(crate) fn begin(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        let mut message = json!({"jsonrpc": "2.0", "id": self.next_id, "method": method});
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&message);
        self.next_id
    }

    /// The whole answer to a request.
    pub(crate) fn reply(&mut self, id: i64) -> Value {
        self.wait_for("an answer", |message| {
            message.get("method").is_none() && message["id"] == id
        })
    }

    /// Sends a request and waits for its result.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.begin(method, params);
        let mut reply = self.reply(id);
        assert!(reply.get("error").is_none(), "{method}: {}", reply["error"]);
        reply["result"].take()
    }

    pub(crate) fn open(&mut self, uri: &str, language: &str, text: &str) {
        self.notify(
            "textDocument/didOpen",
            json!({"textDocument": {"uri": uri, "languageId": language, "version": 1, "text": text}}),
        );
    }

    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: Value) {
        self.notify(
            "textDocument/didChange",
            json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}),
        );
    }

    /// The diagnostics published for a version of a draft; all that came before for older ones are dropped.
    pub(crate) fn published(&mut self, uri: &str, version: i32) -> Vec<Value> {
        let message = self.wait_for("diagnostics", |message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && message["params"]["version"] == version
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// The first message that is wanted; those before it stay in the order they came in.
    pub(crate) fn wait_for(&mut self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + A_WHILE;
        let mut seen = 0;
        loop {
            while seen < self.waiting.len() {
                if wanted(&self.waiting[seen]) {
                    return self.waiting.remove(seen).unwrap();
                }
                seen += 1;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(message) = self.output.recv_timeout(left) else {
                panic!("no sign of {what}; there is {:?}", self.waiting);
            };
            self.take(message);
        }
    }

    /// Takes what comes within a time.
    pub(crate) fn listen(&mut self, time: Duration) {
        let deadline = Instant::now() + time;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(message) = self.output.recv_timeout(left) else {
                break;
            };
            self.take(message);
        }
    }

    fn take(&mut self, message: Value) {
        let (Some(method), Some(id)) = (message["method"].as_str(), message.get("id")) else {
            self.waiting.push_back(message);
            return;
        };
        let result = if method == "workspace/configuration" {
            json!([self.settings])
        } else {
            Value::Null
        };
        let answer = json!({"jsonrpc": "2.0", "id": id, "result": result});
        self.asked
            .push((method.to_owned(), message["params"].clone()));
        self.send(&answer);
    }

    /// How many messages of this method wait.
    pub(crate) fn count(&self, method: &str) -> usize {
        let of_method = |message: &&Value| message["method"] == method;
        self.waiting.iter().filter(of_method).count()
    }

    /// Says goodbye in order; the exit code.
    pub(crate) fn goodbye(mut self) -> i32 {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.exit_code()
    }

    /// Stops sending.
    pub(crate) fn hang_up(&mut self) {
        self.input = None;
    }

    /// Waits for the program's end.
    pub(crate) fn exit_code(&mut self) -> i32 {
        let process = self.process.as_mut().unwrap();
        let deadline = Instant::now() + A_WHILE;
        loop {
            if let Some(status) = process.try_wait().unwrap() {
                return status.code().unwrap();
            }
            assert!(Instant::now() < deadline, "the server does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// All the program said on standard error, once it has ended.
    pub(crate) fn complaints(&mut self) -> String {
        let mut said = String::new();
        let stderr = self.process.as_mut().unwrap().stderr.as_mut().unwrap();
        stderr.read_to_string(&mut said).unwrap();
        said
    }

    /// The process's peak of memory in use, in bytes; `None` where the system does not tell.
    pub(crate) fn peak_memory(&self) -> Option<u64> {
        let process = self.process.as_ref()?.id();
        let status = PathBuf::from(format!("/proc/{process}/status"));
        let mut text = String::new();
        std::fs::File::open(status)
            .ok()?
            .read_to_string(&mut text)
            .ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
        Some(kilobytes * 1024)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            let _ = process.kill();
            let _ = process.wait();
        }
        if self.home.is_absolute() {
            let _ = std::fs::remove_dir_all(&self.home);
        }
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// A change of the characters from one place to another.
pub(crate) fn edit(start: (u32, u32), end: (u32, u32), text: &str) -> Value {
    json!([{
        "range": {
            "start": {"line": start.0, "character": start.1},
            "end": {"line": end.0, "character": end.1},
        },
        "text": text,
    }])
}
