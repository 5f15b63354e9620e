#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The folder in which a user's programs keep what they can find out again: `$XDG_CACHE_HOME`, else `~/.cache` (XDG Base Directory
/// Specification).
public enum UserCache {
    /// The absolute path of a file of Assay's; nil where the user has no such folder, or where it lies in a folder whose files
    /// somebody else may have written.
    /// - Parameter folder: absolute, without symbolic links.
    public static func path(_ name: String, outside folder: String) -> String? {
        let home = variable("HOME").map { $0 + "/.cache" }
        guard let base = variable("XDG_CACHE_HOME") ?? home else { return nil }
        let real = (try? FileTree(root: base).root) ?? base
        guard real != folder, !real.hasPrefix(folder + "/") else { return nil }
        return "\(real)/assay/\(name)"
    }

    /// A variable of the environment that has an absolute path; others are to be ignored.
    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
