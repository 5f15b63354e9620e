import Digests
import Testing

@testable import Captures

@Suite struct CaptureLockTests {
    private static func capture(_ time: String = "20261128100000", title: String? = "Lamps") -> Capture {
        Capture(
            file: "content/captures/minutes/\(time).warc.gz",
            sha256: Digest(of: [1]),
            bytes: 12,
            source: .source("minutes"),
            url: "http://example.org/",
            final: "http://example.org/minutes",
            status: 200,
            at: "2026-11-28T10:00:00Z",
            how: .imported,
            title: title,
            main: "urn:uuid:1",
            payload: Digest(of: [2]),
            text: nil,
            state: .ok
        )
    }

    @Test func aLineHasOneForm() {
        #expect(
            Self.capture().line
                == #"{"file":"content/captures/minutes/20261128100000.warc.gz","sha256":"\#(Digest(of: [1]))","bytes":12,"source":"minutes","url":"http://example.org/","final":"http://example.org/minutes","status":200,"at":"2026-11-28T10:00:00Z","how":"import","title":"Lamps","main":"urn:uuid:1","payload":"\#(Digest(of: [2]))","requisites":0,"missing":0,"state":"ok","baseline":"no"}"#
        )
    }

    @Test func readsWhatItWrites() {
        let lock = CaptureLock([Self.capture("20261128100001", title: nil), Self.capture()])
        let reading = CaptureLock.read(lock.bytes)
        let read = reading.lock
        #expect(read == lock)
        #expect(reading.problems.isEmpty)
        let last = reading.lines["content/captures/minutes/20261128100001.warc.gz"]
        #expect(last.map { Array(lock.bytes[$0]) } == Array(lock.captures[1].line.utf8))
        #expect(read.captures.map(\.title) == ["Lamps", nil])
        #expect(read["content/captures/minutes/20261128100001.warc.gz"]?.title == .some(nil))
        #expect(read["content/captures/minutes/x.warc.gz"] == nil)
    }

    @Test func aMergeByUnionLosesNothing() {
        let (first, second) = (Self.capture("20261128100000"), Self.capture("20261128100001"))
        let merged = CaptureLock([second]).bytes + CaptureLock([first, second]).bytes
        let reading = CaptureLock.read(merged)
        #expect(reading.lock.captures == [first, second])
        #expect(reading.problems.isEmpty)
    }

    @Test func twoLinesThatDisagreeAreAProblem() {
        let bytes = CaptureLock([Self.capture()]).bytes + CaptureLock([Self.capture(title: "Other")]).bytes
        let reading = CaptureLock.read(bytes)
        #expect(reading.lock.captures == [Self.capture()])
        #expect(
            reading.problems.map(\.message)
                == ["another line says something else about content/captures/minutes/20261128100000.warc.gz"]
        )
    }

    @Test(arguments: [
        ("<<<<<<< HEAD", "git left a mark of a conflict here"),
        ("{}", "`file` is missing in this line"),
        (#"{"file":7}"#, "`file` is not a text"),
        (#"{"files":7}"#, "there is no member `files` in a lock"),
        ("[1", "this line is no JSON: it stops in the middle"),
    ])
    func saysWhatIsWrong(line: String, message: String) {
        #expect(CaptureLock.read(Array(line.utf8)).problems.map(\.message) == [message])
    }

    @Test(arguments: ["../x.warc.gz", "content/captures/../x.warc.gz", "/etc/passwd", "content/captures//x"])
    func aFileStaysInItsFolder(path: String) {
        let line = Self.capture().line.replacing(
            "content/captures/minutes/20261128100000.warc.gz",
            with: path
        )
        #expect(
            CaptureLock.read(Array(line.utf8)).problems.map(\.message)
                == ["`file` is not a path below content/captures/"]
        )
    }

    @Test func sourcesAndArticlesHaveTheirOwnFolders() {
        #expect(CapturedRecord("minutes").folder == "content/captures/minutes")
        #expect(CapturedRecord("article:minutes").folder == "content/captures/articles/minutes")
        #expect(CapturedRecord("article:minutes").description == "article:minutes")
    }
}
