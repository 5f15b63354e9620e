import ArgumentParser
import Assay
import Captures
import Capturing
import Diagnostics
import Digests
import Editorial
import Fetching
import Files
import Newsroom
import WARC

/// The captures of one record, handed over in a file that other programs open.
struct CaptureExport {
    let room: EvidenceRoom
    let console: Console

    /// Writes the usable captures of a record into a WACZ file.
    /// - Parameters:
    ///   - name: the record, as an argument names it.
    ///   - path: the file, which must not exist.
    func write(_ name: String, to path: String) throws(CommandFailure) {
        let document = try CapturedDocuments(room.newsroom).document(name)
        let captures = room.lock.captures(of: document.captured).filter(\.state.isUsable)
        guard !captures.isEmpty else {
            throw CommandFailure(
                "nothing was captured of `\(document.captured)`; `assay capture \(document.captured)` does it"
            )
        }
        let parts = try parts(of: captures)
        guard let time = room.now else { throw CommandFailure("the clock says a time that no file can have") }
        let package: ArchivePackage
        do throws(WARCProblem) {
            package = try ArchivePackage(
                parts,
                title: "\(room.newsroom.settings.name): \(document.captured)",
                software: "Assay \(Version.current)",
                at: time
            )
        } catch {
            throw CommandFailure(
                "the captures of `\(document.captured)` were not packed: one of them \(error)"
            )
        }
        try create(path, package.bytes)
        let count = parts.count == 1 ? "1 capture" : "\(parts.count) captures"
        console.say(
            "\(path): \(count) of `\(document.captured)`, \((package.bytes.count + 1023) / 1024) KiB; "
                + "others have the rights to what is in it"
        )
    }

    /// The captures whose files are here and are those of the lock.
    private func parts(of captures: [Capture]) throws(CommandFailure) -> [ArchivePackage.Part] {
        var parts: [ArchivePackage.Part] = []
        for capture in captures {
            guard let content = room.content(of: capture) else {
                console.say("note: `\(capture.file)` is not here, and is left out")
                continue
            }
            guard Digest(of: content) == capture.sha256 else {
                throw CommandFailure(
                    "`\(capture.file)` is not what was captured; restore it from git (`assay verify` says more)"
                )
            }
            do throws(WARCProblem) {
                parts.append(.init(capture, try CaptureFile(content)))
            } catch {
                throw CommandFailure("`\(capture.file)` \(error)")
            }
        }
        guard !parts.isEmpty else {
            throw CommandFailure(
                "none of the captured files is here; get them from where the newsroom keeps them (`git lfs pull`)"
            )
        }
        return parts
    }

    private func create(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        do throws(NewFilesProblem) {
            try NewFiles.create([.init(path: name, bytes: bytes)], in: folder)
        } catch {
            switch error {
            case .taken: throw CommandFailure("there is a file `\(path)` already; name another one")
            case .file(let path, let problem): throw CommandFailure("`\(path)` cannot be written: \(problem)")
            }
        }
    }
}
