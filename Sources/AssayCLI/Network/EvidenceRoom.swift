import Assay
import Captures
import Diagnostics
import Editorial
import Fetching
import Files
import Newsroom
import WARC
import Watching

/// A newsroom with what it holds of its sources, as the commands that go to the network see it.
struct EvidenceRoom {
    let opened: OpenedNewsroom
    /// The captures so far.
    let lock: CaptureLock

    var folder: FileTree { opened.folder }
    var newsroom: Newsroom { opened.newsroom }

    /// The time of a run.
    var now: WARCDate? { WARCDate(milliseconds: WallClock.milliseconds()) }

    /// Where captures are put.
    var store: CaptureStore { CaptureStore(folder) }

    /// The largest log, in bytes.
    private static let listLimit = 256 * 1024 * 1024
    /// The largest captured file that is compared, in bytes.
    private static let captureLimit = 512 * 1024 * 1024

    /// Reads a newsroom.
    static func open(_ place: NewsroomPlace) async throws -> EvidenceRoom {
        let opened = try await place.open()
        do throws(CaptureStore.Problem) {
            let lock = try CaptureStore(opened.folder).lock()
            return EvidenceRoom(opened: opened, lock: lock)
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// The content of a captured file; nil if it is not here.
    func content(of capture: Capture) -> [UInt8]? {
        folder.entry(at: capture.file).flatMap { try? folder.contents(of: $0, limit: Self.captureLimit) }
    }

    /// The log of observations.
    func watchLog() throws -> WatchLog {
        let log = WatchLog(try Self.list(CapturePlace.watchLog, in: folder))
        if let problem = log.problems.first {
            throw CommandFailure("\(CapturePlace.watchLog): \(problem.message); restore it from git")
        }
        return log
    }

    /// Appends observations to the log.
    func append(_ observations: [Observation]) throws {
        guard !observations.isEmpty else { return }
        let added = observations.flatMap { Array(($0.line + "\n").utf8) }
        try Self.change(CapturePlace.watchLog, in: folder) { bytes in
            // A merge may have left the last line without its end.
            bytes + (bytes.last.map { $0 == 0x0A } ?? true ? [] : [0x0A]) + added
        }
    }

    private static func list(_ path: String, in folder: FileTree) throws -> [UInt8] {
        guard let entry = folder.entry(at: path) else { return [] }
        do throws(FileProblem) {
            return try folder.contents(of: entry, limit: listLimit)
        } catch {
            throw CommandFailure("`\(path)` cannot be read: \(error)")
        }
    }

    /// Changes a list as a whole. Where another command changed it meanwhile, its content is read again.
    private static func change(_ path: String, in folder: FileTree, _ change: ([UInt8]) -> [UInt8]) throws {
        for _ in 0..<20 {
            let old = try list(path, in: folder)
            do throws(AppendOnlyFile.Problem) {
                let place = folder.root + "/" + path
                if old.isEmpty {
                    try AppendOnlyFile.append(change(old), to: place, after: old)
                } else {
                    try AppendOnlyFile.replace(place, holding: old, with: change(old))
                }
                return
            } catch {
                guard error == .changed else { throw CommandFailure("`\(path)` cannot be written: \(error)") }
            }
        }
        throw CommandFailure("`\(path)` is changed by other commands all the time; give the command again")
    }
}
