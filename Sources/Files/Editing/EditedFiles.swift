import Diagnostics

/// The files of a folder as edits leave them. Nothing is written before `write`, and then all or nothing.
///
/// Links are not followed: a file that is one, or lies below one, is refused.
package struct EditedFiles: Sendable {
    /// The folder as it is on the disk.
    let disk: FileTree
    /// The bytes on the disk of each file that has another text now, by its path there.
    private(set) var originals: [String: [UInt8]] = [:]
    /// The new bytes of those files, by the path on the disk.
    private(set) var texts: [String: [UInt8]] = [:]
    /// The new paths of files that are moved, by the path on the disk.
    private(set) var places: [String: String] = [:]
    /// The files that are taken away.
    private(set) var removed: Set<String> = []

    /// The largest text that is edited, in bytes.
    static let sizeLimit = 16 * 1024 * 1024

    /// Begins with the files as they are.
    ///
    /// Texts that lie over the folder count as its files'. `write` refuses if the disk has others.
    package init(_ disk: FileTree) { self.disk = disk }

    /// Whether nothing differs from the disk.
    package var isUnchanged: Bool { texts.isEmpty && places.isEmpty && removed.isEmpty }

    /// The paths on the disk that differ afterwards: changed, moved and removed files, under their old paths and their new ones.
    package var touchedPaths: [String] {
        Set(texts.keys.filter { places[$0] == nil } + places.keys + places.values + removed).sorted()
    }

    /// The new texts by their paths now, to see whether a state was there before.
    package var currentTexts: [String: [UInt8]] {
        var current: [String: [UInt8]] = [:]
        for (old, text) in texts { current[places[old] ?? old] = text }
        for (old, new) in places where current[new] == nil { current[new] = Array(old.utf8) }
        return current
    }

    /// The folder as it will be, for reading.
    package var tree: FileTree {
        var overlay = disk.overlay
        for old in removed.union(places.keys) {
            overlay.texts[old] = nil
            overlay.gone.insert(old)
        }
        for (old, new) in places where texts[old] == nil {
            if let text = disk.overlay.texts[old] {
                overlay.texts[new] = text
            } else {
                overlay.moved[new] = old
            }
        }
        for (old, text) in texts { overlay.texts[places[old] ?? old] = text }
        return disk.with(overlay)
    }

    /// Applies edits that belong together.
    /// - Parameter sources: the texts that the edits' ranges are of, by path; none of a file that is moved or removed only.
    /// - Throws: what is wrong with one of the edits; then none is applied.
    package mutating func apply(
        _ edits: [Edit],
        to sources: (String) -> SourceFile?
    ) throws(EditProblem) {
        var result = self
        var replacements: [String: [Replacement]] = [:]
        for case .replace(let span, let text) in edits {
            replacements[span.file, default: []].append(Replacement(range: span.byteRange, text: text))
        }
        for (path, replacements) in replacements.sorted(by: { $0.key < $1.key }) {
            try result.replace(replacements, in: path, sources(path))
        }
        for edit in edits {
            switch edit {
            case .replace: break
            case .move(let old, let new): try result.move(old, to: new)
            case .remove(let path): try result.remove(path)
            }
        }
        self = result
    }

    /// The path on the disk of a file by its path now; nil if it was moved away or removed.
    private func origin(of path: String) -> String? {
        if let old = places.first(where: { $0.value == path })?.key { return old }
        return places[path] == nil && !removed.contains(path) ? path : nil
    }

    private mutating func replace(
        _ replacements: [Replacement],
        in path: String,
        _ source: SourceFile?
    ) throws(EditProblem) {
        guard Self.isInside(path), let old = origin(of: path) else { throw .outside(path) }
        let before: [UInt8]
        if let text = texts[old] ?? disk.overlay.texts[old] {
            before = text
        } else {
            before = try contents(of: old)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let lead = before.starts(with: mark) ? mark.count : 0
        guard let source, before.dropFirst(lead).elementsEqual(source.bytes) else { throw .changed(path) }
        let after = try Replacement.apply(replacements, to: source)
        if originals[old] == nil { originals[old] = before }
        texts[old] = before.prefix(lead) + after
        if texts[old] == originals[old] {
            texts[old] = nil
            originals[old] = nil
        }
    }

    private mutating func move(_ path: String, to new: String) throws(EditProblem) {
        guard Self.isInside(path), Self.isInside(new), let old = origin(of: path) else {
            throw .outside(path)
        }
        guard path != new else { return }
        guard !tree.isThere(new) else { throw .taken(new) }
        try verifyNoLink(old)
        places[old] = new == old ? nil : new
    }

    private mutating func remove(_ path: String) throws(EditProblem) {
        guard Self.isInside(path), let old = origin(of: path) else { throw .outside(path) }
        try verifyNoLink(old)
        places[old] = nil
        texts[old] = nil
        originals[old] = nil
        removed.insert(old)
    }

    /// Whether a path stays below the folder, and names nothing hidden.
    static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.isEmpty
            && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.utf8.contains(0) }
    }

    /// The bytes on the disk.
    func contents(of path: String) throws(EditProblem) -> [UInt8] {
        do throws(FileProblem) {
            let (folder, name) = try OpenFolder(disk.root).place(of: path)
            return try folder.contents(of: name.cName, limit: Self.sizeLimit)
        } catch {
            throw .unusable(path, error)
        }
    }

    private func verifyNoLink(_ path: String) throws(EditProblem) {
        do throws(FileProblem) { _ = try OpenFolder(disk.root).place(of: path) } catch {
            throw .unusable(path, error)
        }
    }
}

/// New text for a range of one file.
struct Replacement {
    let range: Range<Int>
    let text: String

    /// The bytes of a file after all replacements.
    static func apply(_ replacements: [Replacement], to file: SourceFile) throws(EditProblem) -> [UInt8] {
        let sorted = replacements.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        let usesPairs = usesPairs(file.bytes)
        var result: [UInt8] = []
        var end = 0
        for replacement in sorted {
            let range = replacement.range
            guard range.upperBound <= file.bytes.count, isBoundary(range.lowerBound, file.bytes),
                isBoundary(range.upperBound, file.bytes)
            else { throw .badRange(file.path) }
            guard range.lowerBound >= end else { throw .overlap(file.path) }
            result += file.bytes[end..<range.lowerBound]
            for byte in replacement.text.utf8 {
                if byte == UInt8(ascii: "\n"), usesPairs { result.append(UInt8(ascii: "\r")) }
                result.append(byte)
            }
            end = range.upperBound
        }
        return result + file.bytes[end...]
    }

    /// Whether the first line ends with CR and LF.
    private static func usesPairs(_ bytes: [UInt8]) -> Bool {
        guard let feed = bytes.firstIndex(of: UInt8(ascii: "\n")), feed > 0 else { return false }
        return bytes[feed - 1] == UInt8(ascii: "\r")
    }

    private static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        offset == bytes.count
            || (bytes.indices.contains(offset) && bytes[offset] & 0b1100_0000 != 0b1000_0000)
    }
}
