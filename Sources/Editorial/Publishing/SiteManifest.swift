import Digests

/// The manifest of a published site: all files with their SHA-256, in the format of `sha256sum`.
///
///     cd _site && sha256sum --check --quiet data/manifest.sha256
package enum SiteManifest {
    /// The largest manifest that is read, in bytes.
    static let sizeLimit = 1 << 30

    /// The manifest of these files, in order of path.
    package static func bytes(_ files: [(path: String, content: ContentDigest)]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(files.count * 112)
        let sorted = files.map { (path: Array($0.path.utf8), content: $0.content) }
            .sorted { $0.path.lexicographicallyPrecedes($1.path) }
        for file in sorted {
            let isEscaped = file.path.contains(where: isSpecial)
            if isEscaped { text.append(UInt8(ascii: "\\")) }
            file.content.write(to: &text)
            text += [0x20, 0x20]
            if isEscaped { text += escaped(file.path) } else { text += file.path }
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }

    /// The digests by path; nil if the bytes are no manifest.
    static func digests(_ bytes: [UInt8]) -> [String: Digest]? {
        var digests: [String: Digest] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let isEscaped = line.first == UInt8(ascii: "\\")
            let entry = isEscaped ? line.dropFirst() : line
            guard entry.count > 66, entry.dropFirst(64).starts(with: [0x20, 0x20]),
                let digest = Digest(String(decoding: entry.prefix(64), as: UTF8.self)),
                let name = isEscaped ? unescaped(entry.dropFirst(66)) : Array(entry.dropFirst(66)),
                let path = String(validating: name, as: UTF8.self),
                digests.updateValue(digest, forKey: path) == nil
            else { return nil }
        }
        return digests
    }

    private static func isSpecial(_ byte: UInt8) -> Bool { byte == 0x5C || byte == 0x0A || byte == 0x0D }

    private static func escaped(_ path: [UInt8]) -> [UInt8] {
        path.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x5C: Array("\\\\".utf8)
            case 0x0A: Array("\\n".utf8)
            case 0x0D: Array("\\r".utf8)
            default: [byte]
            }
        }
    }

    private static func unescaped(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = name
        while let byte = rest.popFirst() {
            guard byte == 0x5C else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case 0x5C: bytes.append(0x5C)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            default: return nil
            }
        }
        return bytes
    }
}
