import Diagnostics

/// A file in a place where nothing is read, with the place where it was probably meant to be.
enum MisplacedFile {
    /// The folders and files of `content` and `templates` that are read.
    private static let known: Set<String> = Set(RecordKind.allCases.map(\.folder)).union([
        SiteSettings.path, "content/journal", "content/versions", "content/allowed_signers",
        "content/captures",
        "templates/theme",
        "templates/strings",
    ])

    /// The names of folders beside `content` that hold nothing that is read, and are one slip from those that do.
    static let outerFolders = Set(RecordKind.allCases.flatMap { [$0.rawValue, $0.rawValue + "s"] })
        .union(["seed", outerTemplates]).sorted()
    private static let outerTemplates = "template"

    /// Whether a file in one of `outerFolders` was meant to be a record or a template.
    static func isMisplaced(outside path: String) -> Bool {
        path.hasSuffix(path.hasPrefix(outerTemplates + "/") ? ".html" : FileListing.suffix)
    }

    /// The endings of text files that people use in the place of `.md`.
    private static let textEnds = [".markdown", ".mdown", ".mkd", ".MD", ".Md", ".md.txt", ".txt", ".text"]
    private static let pictureEnds = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"]

    /// The endings of files that someone may take for a part of the theme or its words.
    private static let themeEnds = [".html", ".htm", ".mustache", ".css", ".js", ".yaml", ".yml"]

    /// Whether a path below `content` or `templates` is one of those that are read.
    static func isKnown(_ path: String) -> Bool { known.contains(path) }

    /// The path without an ending that was meant as `.md`; nil if it has none.
    static func stem(of path: String) -> String? {
        textEnds.first(where: path.hasSuffix).map { String(path.dropLast($0.count)) }
    }

    /// The record that a file in an unknown folder was meant to be; nil if its folder suggests no kind.
    static func key(of path: String) -> RecordKey? {
        let parts = path.split(separator: "/").map(String.init)
        let isOuter = parts.count > 1 && parts[0] != outerTemplates && outerFolders.contains(parts[0])
        guard isOuter || parts.count > 2 && parts[0] == "content" && !isKnown(parts[0] + "/" + parts[1]),
            let kind = kind(meantBy: isOuter ? parts[0] : parts[1])
        else { return nil }
        let name = stem(of: parts[parts.count - 1]).map { $0 + ".md" } ?? parts[parts.count - 1]
        return RecordKey(path: kind.folder + "/" + name)
    }

    /// The finding for a file in a folder that is not read; nil if the folder is.
    static func diagnostic(_ path: String) -> Diagnostic? {
        let parts = path.split(separator: "/").map(String.init)
        if parts.count > 1, outerFolders.contains(parts[0]) { return outer(path, parts) }
        guard parts.count > 1, parts[0] == "content" || parts[0] == "templates",
            !isKnown(parts[0] + "/" + parts[1])
        else { return nil }
        if parts[0] == "templates", !themeEnds.contains(where: path.hasSuffix) { return nil }
        return finding(
            .misplacedFile,
            "this file is not read: \(reason(parts))",
            path,
            help(parts),
            fix: parts.count > 2 && !isPicture(path) && !parts.contains("content", after: 1)
                ? kind(meantBy: parts[1]).flatMap { parts[0] == "content" ? fix(path, $0) : nil } : nil
        )
    }

    /// The finding for a file in a folder beside `content`; nil if the file was meant for no place in a newsroom.
    private static func outer(_ path: String, _ parts: [String]) -> Diagnostic? {
        guard isMisplaced(outside: path), let name = parts.last else { return nil }
        let reason = "there is no folder `\(parts[0])/` in a newsroom"
        let place: String
        var fix: Fix?
        if parts[0] == outerTemplates {
            place = "move it to `templates/theme/\(name)`"
        } else {
            guard let kind = kind(meantBy: parts[0]) else { return nil }
            place = help(kind, name)
            fix = self.fix(path, kind)
        }
        return finding(.misplacedFile, "this file is not read: \(reason)", path, place, fix: fix)
    }

    /// The fix that moves a text into the folder of its kind: unsafe, because the folder's name is a guess at the kind.
    private static func fix(_ path: String, _ kind: RecordKind) -> Fix {
        let place = kind.folder + "/" + fileName(path.split(separator: "/").last.map(String.init) ?? path)
        return Fix("Move it to `\(place)`", .unsafe, [.move(from: path, to: place)])
    }

    /// The name with the ending that records have.
    private static func fileName(_ name: String) -> String {
        (stem(of: name) ?? (name.hasSuffix(".md") ? String(name.dropLast(3)) : name)) + ".md"
    }

    /// The finding for a file in a folder of records that is not a record.
    static func unread(_ path: String, kind: RecordKind) -> Diagnostic {
        let owner = "\(kind.article) \(kind.rawValue)'s"
        if isPicture(path) {
            return finding(.unreadFile, "this picture is not read", path, pictureHelp(path))
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let help =
            stem(of: name).map { "rename it to `\($0).md`" }
            ?? "rename it, or move it out of `\(kind.folder)/`"
        return finding(
            .unreadFile,
            "this file is not read: the name of \(owner) file ends in `.md`",
            path,
            help,
            fix: stem(of: path).map {
                Fix("Rename it to `\(fileName(name))`", .safe, [.move(from: path, to: $0 + ".md")])
            }
        )
    }

    /// Whether a file's name is that of the settings in another spelling: `site.yml`, `Site.yaml`, `site.yaml.txt`.
    private static func isMeantAsSettings(_ parts: [String]) -> Bool {
        let name = parts.last?.lowercased() ?? ""
        return parts.count == 2 && parts[0] == "content"
            && (name.hasPrefix("site.yaml") || name.hasPrefix("site.yml"))
    }

    private static func isPicture(_ path: String) -> Bool {
        let name = path.lowercased()
        return pictureEnds.contains(where: name.hasSuffix)
    }

    private static func pictureHelp(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return
            "move it to `\(Medium.folder)/\(name)` and run `assay new media \(Medium.folder)/\(name)`; or, if it belongs to the theme, to `templates/theme/\(name)`: it goes out as `assets/\(name)`"
    }

    private static func reason(_ parts: [String]) -> String {
        if parts[0] == "templates" {
            return "templates lie in `templates/theme/`, words in `templates/strings/`"
        }
        if isMeantAsSettings(parts) { return "the settings that count are those of `\(SiteSettings.path)`" }
        if parts.count == 2 { return "records lie in the folder of their kind" }
        if parts.last == "site.yaml" { return "a newsroom does not lie in another one's `content/`" }
        return "there is no folder `content/\(parts[1])/` in a newsroom"
    }

    private static func help(_ parts: [String]) -> String {
        let path = parts.joined(separator: "/")
        let name = parts.last ?? ""
        if parts[0] == "templates" {
            let folder = name.hasSuffix(".yaml") ? "strings" : "theme"
            return "move it to `templates/\(folder)/\(name)`"
        }
        if isPicture(path) { return pictureHelp(path) }
        if isMeantAsSettings(parts) {
            return "write what it says into `\(SiteSettings.path)`, and take the file away"
        }
        guard parts.count > 2 else {
            let folders = RecordKind.allCases.map { "`\($0.folder)/`" }.joined(separator: ", ")
            return "move it into one of \(folders), or out of `content/`"
        }
        if parts.contains("content", after: 1) {
            return "move that newsroom's folder out, beside this one; each is checked and built by itself"
        }
        guard let kind = kind(meantBy: parts[1]) else { return "move it out of `content/`" }
        return help(kind, name)
    }

    private static func help(_ kind: RecordKind, _ name: String) -> String {
        let file = fileName(name)
        return "\(kind.rawValue)s lie in `\(kind.folder)/`: move it to `\(kind.folder)/\(file)`"
    }

    /// The kind that a folder's name suggests: `article`, `verdict`, `Claims`, `sorces`.
    private static func kind(meantBy folder: String) -> RecordKind? {
        let name = folder.lowercased()
        let names =
            RecordKind.allCases.flatMap { [($0.rawValue, $0), ($0.rawValue + "s", $0)] }
            + RecordKind.allCases.map { (String($0.folder.split(separator: "/").last ?? ""), $0) }
        if let exact = names.first(where: { $0.0 == name }) { return exact.1 }
        let nearest = Suggestion.nearest(to: name, among: names.map(\.0))
        return names.first { $0.0 == nearest }?.1
    }

    private static func finding(
        _ rule: RuleID,
        _ message: String,
        _ path: String,
        _ help: String,
        fix: Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            rule: rule,
            message: message,
            span: SourceFile(path: path, bytes: []).startSpan,
            help: help,
            fixes: [fix].compactMap(\.self)
        )
    }
}

extension [String] {
    fileprivate func contains(_ word: String, after index: Int) -> Bool { dropFirst(index).contains(word) }
}
