import Assay
import Checks
import Diagnostics
import Files
import Foundation
import Newsroom
import Synchronization

/// A fuzzer that checks and builds a newsroom with randomly changed files: `fuzz NEWSROOM SEED SECONDS INPUT`.
///
/// Each run must end within a time limit, without a trap, and without changing people's files. A run that fails
/// ends this process, and `fuzz.py`, its parent, finds the changed files in the folder INPUT.
@main
struct Fuzz {
    /// The longest run, in seconds, for a newsroom of two dozen files.
    static let limit = 20.0

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let seed = UInt64(arguments[2]), let seconds = Double(arguments[3]) else {
            print("usage: fuzz NEWSROOM SEED SECONDS INPUT")
            exit(64)
        }
        let corpus = try Corpus(folder: arguments[1])
        var numbers = SeededNumbers(seed: seed)
        let watch = Watch()
        let start = Date()
        var count = 0
        while -start.timeIntervalSinceNow < seconds {
            var changed: [String: [UInt8]] = [:]
            for _ in 0..<(Int.random(in: 0..<4, using: &numbers) == 0 ? 2 : 1) {
                let name = corpus.file(&numbers)
                let other = corpus.bytes(of: corpus.file(&numbers))
                changed[name] = Mutation.apply(
                    changed[name] ?? corpus.bytes(of: name),
                    other: other,
                    &numbers
                )
            }
            try keep(changed, in: arguments[4])
            for (name, bytes) in changed { try corpus.write(bytes, to: name) }
            watch.begin()
            await run(corpus.folder, builds: Int.random(in: 0..<3, using: &numbers) == 0)
            watch.end()
            let damaged = corpus.damaged(besides: changed)
            guard damaged.isEmpty else {
                print("damaged \(damaged)")
                exit(3)
            }
            for name in changed.keys { try corpus.write(corpus.bytes(of: name), to: name) }
            count += 1
        }
        print(count)
    }

    /// Checks, prints the findings in all formats, and builds.
    private static func run(_ folder: String, builds: Bool) async {
        guard let tree = try? FileTree(root: folder), let today = CalendarDate("2026-11-28") else { return }
        let request = Request(folder: tree, today: today, includesDrafts: false, keepsGoing: true)
        let report = await Pipeline.check(request)
        for format in DiagnosticFormat.allCases {
            _ = format.printer(rules: RuleCatalogue.descriptions).text(of: report.diagnostics) {
                report.files[$0]
            }
        }
        guard builds else { return }
        do {
            let output = try OutputFolder(
                path: folder + "/_site",
                root: folder,
                protected: Pipeline.inputFolders
            )
            _ = try await Pipeline.build(request, into: output)
        } catch {
            // Without the right record of outputs, Assay would not take the folder for its own.
            try? FileManager.default.removeItem(atPath: folder + "/_site")
        }
    }

    /// Writes the changed files to INPUT, where they survive this process.
    private static func keep(_ changed: [String: [UInt8]], in folder: String) throws {
        try? FileManager.default.removeItem(atPath: folder)
        for (name, bytes) in changed {
            let url = URL(fileURLWithPath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: url)
        }
    }
}

/// A watchdog that ends the process if a run takes too long.
final class Watch: Sendable {
    private let start = Mutex<Date?>(nil)

    init() {
        Thread.detachNewThread { [self] in
            while true {
                Thread.sleep(forTimeInterval: 1)
                let seconds = start.withLock { $0.map { -$0.timeIntervalSinceNow } ?? 0 }
                guard seconds > Fuzz.limit else { continue }
                print("hangs")
                exit(4)
            }
        }
    }

    func begin() { start.withLock { $0 = Date() } }
    func end() { start.withLock { $0 = nil } }
}
