import Digests
import Editorial
import Files
import Site

extension OutputWriter {
    /// Takes care that a file of the site is in the folder.
    ///
    /// - Parameter known: what stands there now, where that was looked at.
    /// - Returns: the digest of what it holds.
    func write(_ file: RenderedFile, over known: WrittenFile?) throws(OutputProblem) -> ContentDigest {
        switch file.content {
        case .whole(let bytes):
            let digest = ContentDigest(of: bytes)
            if known?.content == digest {
                try keep(file.route.path)
            } else {
                try write(file.route.path, bytes)
            }
            return digest
        case .pieces(let make):
            var content = ContentHasher()
            try write(file.route.path) { take in
                make { piece in
                    content.add(piece)
                    take(piece)
                }
            }
            return content.digest
        }
    }
}

extension RenderedFile {
    /// Whether it is a page, and not a file for programs.
    var isPage: Bool { route.path.hasSuffix(".html") }
}
