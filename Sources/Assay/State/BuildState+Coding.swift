import Digests
import Editorial
import Files

extension BuildState {
    /// The first bytes of every state file. The number is raised whenever the form changes.
    private static let signature = Array("assay build state 3\n".utf8)
    private static let checksumSize = 16

    /// The state as a file: the signature, the output folder that it is about, the state, and a checksum of it all.
    func bytes(for folder: OutputFolder) -> [UInt8] {
        var writer = StateWriter(Self.signature)
        writer.add(folder.path)
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

    /// Reads a state file; nil when it is damaged, of another version, or about another folder.
    init?(_ bytes: [UInt8], for folder: OutputFolder) {
        let end = bytes.count - Self.checksumSize
        guard bytes.starts(with: Self.signature), end >= Self.signature.count else { return nil }
        var checksum = StateReader(bytes[end...])
        var reader = StateReader(bytes[Self.signature.count..<end])
        do throws(UnreadableState) {
            guard try checksum.fingerprint() == Fingerprint(of: bytes[..<end]),
                try reader.text() == folder.path
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
            writer.add(Int(truncatingIfNeeded: file.stamp.number))
            writer.add(file.stamp.size)
            writer.add(file.stamp.modified)
            writer.add(file.stamp.changed)
            writer.add(file.isSettled)
        }
    }
}

extension StateReader {
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
                    stamp: FileStamp(
                        number: UInt64(truncatingIfNeeded: try reader.number()),
                        size: try reader.number(),
                        modified: try reader.number(),
                        changed: try reader.number()
                    ),
                    isSettled: try reader.flag()
                )
            }
        )
    }
}
