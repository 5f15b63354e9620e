import Digests
import Editorial
import Files

extension BuildState {
    /// The first bytes of every state file. The number is raised whenever the form changes.
    private static let signature = Array("assay build state 3\n".utf8)
    private static let checksumSize = 16

    /// The state as a file: the signature, the stamp of the output folder's record, the state, and a checksum of it all; nil when
    /// the folder has no record.
    func bytes(for folder: OutputFolder) -> [UInt8]? {
        guard let record = folder.recordStamp else { return nil }
        var writer = StateWriter(Self.signature)
        writer.add(record)
        writer.add(circumstances.program)
        writer.add(circumstances.day)
        writer.add(circumstances.includesDrafts)
        writer.add(frame)
        writer.add(optional: inputs) { writer, inputs in
            writer.add(list: inputs) { writer, input in
                writer.add(input.path)
                writer.add(optional: input.content) { $0.add($1) }
            }
        }
        writer.add(list: findings) { $0.add($1) }
        writer.add(list: shownFiles) { $0.add($1) }
        writer.add(pageCount)
        writer.add(list: units) { $0.add($1) }
        writer.add(pageInputs.bytes)
        writer.add(Fingerprint(of: writer.bytes))
        return writer.bytes
    }

    /// Reads a state file; nil when it is damaged, of another version, about another folder, or from another computer: the stamp of
    /// the folder's record is one that only the build could know which wrote it here. A state that came with a clone would vouch
    /// for pages that came with it.
    /// - Parameter mayBeCopy: whether somebody vouches for a state that was copied here together with the folder. The folder's files
    ///   are compared by content then, since no stamp fits.
    init?(_ bytes: [UInt8], for folder: OutputFolder, mayBeCopy: Bool = false) {
        let end = bytes.count - Self.checksumSize
        guard bytes.starts(with: Self.signature), end >= Self.signature.count else { return nil }
        var checksum = StateReader(bytes[end...])
        var reader = StateReader(bytes[Self.signature.count..<end])
        do throws(UnreadableState) {
            guard try checksum.fingerprint() == Fingerprint(of: bytes[..<end]),
                let record = folder.recordStamp, try reader.stamp() == record || mayBeCopy
            else { return nil }
            try self.init(&reader)
        } catch {
            return nil
        }
    }

    private init(_ reader: inout StateReader) throws(UnreadableState) {
        circumstances = Circumstances(
            program: try reader.fingerprint(),
            day: try reader.text(),
            includesDrafts: try reader.flag()
        )
        frame = try reader.fingerprint()
        inputs = try reader.optional { (reader) throws(UnreadableState) in
            try reader.list { (reader) throws(UnreadableState) in
                InputFile(
                    path: try reader.text(),
                    content: try reader.optional { (reader) throws(UnreadableState) in
                        try reader.fingerprint()
                    }
                )
            }
        }
        findings = try reader.list { (reader) throws(UnreadableState) in try reader.diagnostic() }
        shownFiles = try reader.list { (reader) throws(UnreadableState) in try reader.text() }
        pageCount = try reader.number()
        units = try reader.list { (reader) throws(UnreadableState) in try reader.unit() }
        pageInputs = PageInputTable(packed: try reader.data())
        guard reader.isAtEnd else { throw UnreadableState() }
    }
}

extension StateWriter {
    fileprivate mutating func add(_ unit: SiteUnit) {
        add(unit.name)
        add(unit.inputs.bytes)
        add(unit.hasFindings)
        add(list: unit.files) { writer, file in
            // Most units are a page, which is known by its path.
            writer.add(optional: file.path == unit.name ? nil : file.path) { $0.add($1) }
            writer.add(file.content.first)
            writer.add(file.content.second)
            writer.add(file.stamp)
            writer.add(file.isSettled)
        }
    }

    fileprivate mutating func add(_ stamp: FileStamp) {
        add(Int(truncatingIfNeeded: stamp.number))
        add(stamp.size)
        add(stamp.modified)
        add(stamp.changed)
    }
}

extension StateReader {
    fileprivate mutating func stamp() throws(UnreadableState) -> FileStamp {
        FileStamp(
            number: UInt64(truncatingIfNeeded: try number()),
            size: try number(),
            modified: try number(),
            changed: try number()
        )
    }

    fileprivate mutating func unit() throws(UnreadableState) -> SiteUnit {
        let name = try text()
        return SiteUnit(
            name: name,
            inputs: PackedInputs(packed: try data()),
            hasFindings: try flag(),
            files: try list { (reader) throws(UnreadableState) in
                WrittenFile(
                    path: try reader.optional { (reader) throws(UnreadableState) in try reader.text() }
                        ?? name,
                    content: ContentDigest(
                        first: try reader.fingerprint(),
                        second: try reader.fingerprint()
                    ),
                    stamp: try reader.stamp(),
                    isSettled: try reader.flag()
                )
            }
        )
    }
}
