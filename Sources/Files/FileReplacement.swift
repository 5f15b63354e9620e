/// The writing of single files that may exist already, such as those that a command generates.
package enum FileReplacement {
    /// Replaces a file by a temporary file and a rename, and makes the folders above it.
    /// - Parameter path: relative to the current folder unless absolute.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        if let slash = path.lastIndex(of: "/") { try OutputFolder.makeFolders(String(path[..<slash])) }
        try OutputWriter.replace(path, with: bytes)
    }
}
