/// The imports that each module may have.
///
/// Package.swift alone does not prevent an upward import, because SwiftPM lets a file import anything that happens
/// to be built.
enum Layering {
    /// All modules with their permitted imports, from the bottom up. A new module belongs here and in the table of
    /// ARCHITECTURE.md.
    static let modules: [(name: String, imports: Set<String>)] = [
        ("Encodings", []),
        ("CStemmer", []),
        ("Matching", ["CStemmer", "Encodings"]),
        ("Diagnostics", ["Encodings"]),
        ("LanguageProtocol", ["Diagnostics", "Encodings"]),
        ("Files", ["Diagnostics"] + systemLibraries),
        ("Mustache", ["Diagnostics", "Encodings"]),
        ("Media", []),
        ("CCrypto", []),
        ("Digests", ["CCrypto", "Encodings"]),
        ("Stamps", ["CCrypto", "Digests", "Encodings"]),
        ("CCurl", []),
        ("Fetching", ["CCurl", "Encodings"] + systemLibraries),
        ("CZlib", []),
        ("WARC", ["CZlib", "Digests", "Encodings"]),
        ("Captures", ["WARC", "Diagnostics", "Digests", "Encodings"] + systemLibraries),
        ("Watching", ["Captures", "WARC", "Diagnostics", "Digests"]),
        ("CSQLite", []),
        ("Databases", ["CSQLite"]),
        ("CExpat", []),
        ("Importing", ["CExpat", "Captures", "Diagnostics"]),
        ("CCmark", []),
        ("Markdown", ["Diagnostics", "Encodings", "CCmark"]),
        (
            "Newsroom",
            [
                "Markdown", "Media", "Captures", "Watching", "Importing", "Digests", "Files", "Diagnostics",
                "Encodings",
                "Yams",
                "CYaml",
            ]
        ),
        ("Addresses", ["Newsroom", "Digests", "Encodings"]),
        (
            "Editorial",
            [
                "Addresses", "Newsroom", "Markdown", "Media", "Captures", "WARC", "Watching", "Stamps",
                "Files",
                "Diagnostics",
                "Digests", "Encodings",
                "Subprocess",
            ]
        ),
        (
            "Capturing",
            [
                "Fetching", "Watching", "Captures", "WARC", "Editorial", "Newsroom", "Files", "Diagnostics",
                "Digests", "Encodings",
            ]
        ),
        (
            "Checks",
            [
                "Addresses", "Editorial", "Captures", "Watching", "Newsroom", "Markdown", "Matching", "Media",
                "Files",
                "Diagnostics", "Encodings",
            ]
        ),
        (
            "Site",
            [
                "Addresses", "Editorial", "Newsroom", "Captures", "Databases", "Matching", "Media",
                "Mustache",
                "Markdown", "Files",
                "Digests",
                "Diagnostics",
                "Encodings",
            ]
        ),
        ("CBuild", []),
        ("Starter", ["Checks", "Newsroom", "Importing", "Digests", "Files", "Diagnostics", "Encodings"]),
        (
            "Assay",
            [
                "Site", "Checks", "Editorial", "Addresses", "Newsroom", "Captures", "Matching", "Media",
                "Stamps",
                "Mustache",
                "Markdown",
                "Files",
                "Digests",
                "Diagnostics",
                "DefaultTheme", "CBuild",
            ]
        ),
        (
            "LanguageServer",
            [
                "Assay", "Starter", "Checks", "Editorial", "Addresses", "Newsroom", "Markdown", "Matching",
                "LanguageProtocol", "Files", "Diagnostics",
            ]
        ),
        (
            "Preview",
            [
                "Assay", "Starter", "Site", "Editorial", "Addresses", "Newsroom", "Mustache", "Files",
                "Diagnostics", "Digests", "Encodings", "FlyingSocks",
                "Foundation",
            ] + systemLibraries
        ),
        (
            "AssayCLI",
            [
                "Preview", "LanguageServer", "LanguageProtocol", "Assay", "Capturing",
                "Fetching", "Watching", "Importing", "Databases", "Starter", "Site", "Checks",
                "Editorial", "Addresses", "Newsroom",
                "Captures", "WARC", "Stamps", "Matching", "Media",
                "Files",
                "Diagnostics", "Digests",
                "ArgumentParser", "Foundation", "Dispatch",
            ] + systemLibraries
        ),
    ]

    /// The C library under its three names, for the modules that touch the disk or the terminal.
    private static let systemLibraries: Set<String> = ["Glibc", "Musl", "Darwin"]

    /// The parts of the standard library that are modules of their own.
    private static let standardLibrary: Set<String> = ["Synchronization"]

    /// The files with an import that their module may not have, each with its reason.
    static let exceptions: [String: Set<String>] = [
        // Dispatch has threads for transfers, which block them.
        "Fetching/BlockingWork.swift": ["Dispatch"],
        // The standard library compares by normalisation forms but does not offer them.
        "Encodings/UnicodeForm.swift": ["Foundation"],
        // Foundation brings IANA's time zones along. The C library has only the machine's, and one zone at a time.
        "Newsroom/Dates/NewsroomTimeZone.swift": ["Foundation"],
        // Dispatch waits for sockets.
        "Preview/HTTP/DispatchSocketPool.swift": ["Dispatch"],
        // Dispatch delivers changes in a folder, and times the wait between two.
        "Files/Watching/InotifyWatch.swift": ["Dispatch"],
    ]

    /// The forbidden imports of a file, as sentences.
    ///
    /// The file's path is relative to Sources; its first part is the module.
    static func violations(in file: SourceText) -> [String] {
        let name = file.module
        guard let module = modules.first(where: { $0.name == name }) else {
            return ["\(file.path): the module \(name) has no line in the table of layers"]
        }
        let allowed = module.imports.union(standardLibrary).union(exceptions[file.path] ?? [])
        return imports(in: file.text)
            .filter { !allowed.contains($0.module) }
            .map { "\(file.path):\($0.line): \(name) must not import \($0.module)" }
    }

    /// The imports of a file: `import A`, `@testable import A`, `package import A`, `import struct A.B`.
    static func imports(in text: String) -> [(line: Int, module: String)] {
        let statement =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)/
        return lines(of: text).compactMap { number, line in
            guard let match = line.prefixMatch(of: statement) else { return nil }
            return (number, String(match.1))
        }
    }
}

extension Set<String> {
    fileprivate static func + (left: [String], right: Set<String>) -> Set<String> { right.union(left) }
    fileprivate static func + (left: Set<String>, right: Set<String>) -> Set<String> { left.union(right) }
}
