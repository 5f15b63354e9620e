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
        case .whole(let bytes): return try write(bytes, to: file.route.path, over: known)
        case .read(let read):
            let bytes: [UInt8]
            do throws(FileProblem) { bytes = try read() } catch { throw .file(file.route.path, error) }
            return try write(bytes, to: file.route.path, over: known)
        case .copied(let read):
            var content = ContentHasher()
            var problem: FileProblem?
            try write(file.route.path) { take in
                do throws(FileProblem) {
                    try read { piece in
                        content.add(piece)
                        take(piece)
                    }
                } catch {
                    problem = error
                }
            }
            // Nothing of a build that throws is put in place.
            if let problem { throw .file(file.route.path, problem) }
            return content.digest
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

    private func write(_ bytes: [UInt8], to path: String, over known: WrittenFile?) throws(OutputProblem)
        -> ContentDigest
    {
        let digest = ContentDigest(of: bytes)
        if known?.content == digest {
            try keep(path)
        } else {
            try write(path, bytes)
        }
        return digest
    }
}

extension RenderedFile {
    /// Whether it is a page, and not a file for programs.
    var isPage: Bool { route.path.hasSuffix(".html") }
}
