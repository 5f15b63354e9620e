/// Writes single files that may be there already, such as those that a command generates anew.
public enum FileReplacement {
    /// Puts a file in place by temporary name and rename, and makes the folders above it.
    /// - Parameter path: relative to the current folder unless absolute.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        if let slash = path.lastIndex(of: "/") { try OutputFolder.makeFolders(String(path[..<slash])) }
        try OutputWriter.replace(path, with: bytes)
    }
}
