/// Which module may import which, written down once more than in Package.swift: SwiftPM lets a file import
/// whatever happens to have been built, so the manifest alone does not stop an import that goes up.
enum Layering {
    /// A module and everything that its files may import, from the bottom up. It is the table of
    /// ARCHITECTURE.md; a new module has to be added to both.
    static let modules: [(name: String, imports: Set<String>)] = [
        ("Encodings", []),
        ("Diagnostics", ["Encodings"]),
        ("Files", ["Diagnostics"] + systemLibraries),
        ("Mustache", ["Diagnostics", "Encodings"]),
        ("CCrypto", []),
        ("Digests", ["CCrypto", "Encodings"]),
        ("CCmark", []),
        ("Markdown", ["Diagnostics", "Encodings", "CCmark"]),
        ("Newsroom", ["Markdown", "Files", "Diagnostics", "Encodings", "Yams", "CYaml"]),
        ("Addresses", ["Newsroom", "Digests", "Encodings"]),
        (
            "Editorial",
            [
                "Addresses", "Newsroom", "Markdown", "Files", "Diagnostics", "Digests", "Encodings",
                "Subprocess",
            ]
        ),
        ("Checks", ["Addresses", "Editorial", "Newsroom", "Markdown", "Files", "Diagnostics", "Encodings"]),
        (
            "Site",
            [
                "Addresses", "Editorial", "Newsroom", "Mustache", "Markdown", "Files", "Digests",
                "Diagnostics",
                "Encodings",
            ]
        ),
        ("Starter", ["Checks", "Newsroom", "Files", "Diagnostics", "Encodings"]),
        (
            "Assay",
            [
                "Site", "Checks", "Editorial", "Addresses", "Newsroom", "Mustache", "Markdown", "Files",
                "Digests",
                "Diagnostics",
                "DefaultTheme",
            ]
        ),
        (
            "Preview",
            [
                "Assay", "Site", "Editorial", "Addresses", "Newsroom", "Mustache", "Files", "Diagnostics",
                "Encodings", "FlyingSocks",
                "Foundation",
            ] + systemLibraries
        ),
        (
            "AssayCLI",
            [
                "Preview", "Assay", "Starter", "Site", "Checks", "Editorial", "Addresses", "Newsroom",
                "Files",
                "Diagnostics",
                "ArgumentParser", "Foundation", "Dispatch",
            ] + systemLibraries
        ),
    ]

    /// The C library under its three names: the modules that touch the disk or the terminal need it.
    private static let systemLibraries: Set<String> = ["Glibc", "Musl", "Darwin"]

    /// Parts of the standard library that have a module of their own.
    private static let standardLibrary: Set<String> = ["Synchronization"]

    /// Single files that may import what their module may not, each with its reason.
    static let exceptions: [String: Set<String>] = [
        // The standard library compares by normalisation forms, and does not give them out.
        "Newsroom/Text/UnicodeForm.swift": ["Foundation"],
        // The days of time zones: Foundation has the IANA's data in the program, the C library only as the machine has it,
        // and for one zone in a process at a time.
        "Newsroom/Dates/NewsroomTimeZone.swift": ["Foundation"],
        // Sockets are waited for with it.
        "Preview/HTTP/DispatchSocketPool.swift": ["Dispatch"],
        // Changes in a folder, and the wait between two of them, come through its queues.
        "Files/Watching/InotifyWatch.swift": ["Dispatch"],
    ]

    /// What a file of a module imports and may not, as sentences.
    ///
    /// The path is relative to Sources; its first part is the module.
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

    /// The modules that a file imports: `import A`, `@testable import A`, `package import A`, `import struct A.B`.
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
