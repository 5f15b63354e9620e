import Digests
import Editorial
import Files
import Matching
import Newsroom

/// The index of a newsroom's claims, in a file of the user's cache folder: the next command need not read the newsroom.
///
/// The file holds for one program and for the stamps of all records, journals and settings: another file, another size or another
/// time, and the newsroom is read and indexed anew. A stamp has the change time, which no program can set. In the newsroom's
/// folder, whoever hands that folder on could forge the file.
package enum ClaimIndexFile {
    /// The index of the claims as they are now; nil where there are no usable settings.
    package static func index(of folder: FileTree) async -> ClaimIndex? {
        let path = UserCache.path(
            "claims/\(Digest(of: Array(folder.root.utf8)).hexadecimal.prefix(32))",
            outside: folder.root
        )
        let inputs = await Inputs(of: folder)
        if let path, let bytes = try? StoredFile.contents(of: path, limit: sizeLimit),
            let index = index(in: bytes, for: inputs.key)
        {
            return index
        }
        guard let newsroom = await newsroom(in: folder) else { return nil }
        let index = ClaimIndex(newsroom.claimTexts, language: newsroom.settings.language)
        // A file that is written at this moment may change once more without another stamp.
        if let path, inputs.areSettled {
            try? StoredFile.replace(path, with: bytes(of: index, for: inputs.key))
        }
        return index
    }

    /// The newsroom, with what its journals say of publication.
    private static func newsroom(in folder: FileTree) async -> Newsroom? {
        guard let newsroom = await LoadedNewsroom.load(from: folder).newsroom else { return nil }
        guard newsroom.settings.policy.mode == .newsroom else { return newsroom }
        let desk = await Desk.load(newsroom, from: folder, remembering: SignatureMemory(of: folder.root))
        return desk.newsroomForReaders(newsroom)
    }

    private static func bytes(of index: ClaimIndex, for key: Fingerprint) -> [UInt8] {
        let content = index.stored
        var writer = StateWriter(heading)
        writer.add(key)
        writer.add(Fingerprint(of: content))
        return writer.bytes + content
    }

    private static func index(in bytes: [UInt8], for key: Fingerprint) -> ClaimIndex? {
        guard bytes.starts(with: heading) else { return nil }
        var reader = StateReader(bytes[heading.count...])
        let content = bytes[min(heading.count + 32, bytes.count)...]
        guard let stored = try? reader.fingerprint(), stored == key,
            let sum = try? reader.fingerprint(), sum == Fingerprint(of: content)
        else { return nil }
        return ClaimIndex(stored: content)
    }

    private static let heading = Array((ClaimIndex.form + "\n").utf8)
    private static let sizeLimit = 1 << 30
}

/// The files from which an index is made.
private struct Inputs {
    /// The fingerprint of the program and of all files' paths and stamps.
    let key: Fingerprint
    /// Whether none of them was written just now.
    let areSettled: Bool

    private static let settled = 2_000_000_000

    init(of folder: FileTree) async {
        let paths =
            [SiteSettings.path, AllowedSigners.path]
            + ([Journal.folder, VersionStore.folder].flatMap { folder.files(below: $0) }
            + RecordKind.allCases.flatMap { FileListing.records(of: $0, in: folder) }).map(\.path).sorted()
        let stamps = await paths.concurrentMap { folder.stamp(of: $0) }
        var builder = FingerprintBuilder()
        builder.add(Version.description)
        builder.add(ClaimIndex.form)
        builder.add(RunningProgram.stamp.map { "\($0.size) \($0.modified)" })
        for library in RunningProgram.libraries() where library.path.contains("stemmer") {
            builder.add(library.size)
            builder.add(library.modified)
        }
        var latest = Int.min
        for (path, stamp) in zip(paths, stamps) {
            builder.add(path)
            builder.add(stamp.map { "\($0.number) \($0.size) \($0.modified) \($0.changed)" })
            if let stamp { latest = max(latest, stamp.modified, stamp.changed) }
        }
        key = builder.fingerprint
        areSettled = SystemClock.nanoseconds() - latest > Self.settled
    }
}
