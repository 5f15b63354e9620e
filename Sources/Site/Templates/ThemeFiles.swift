import Diagnostics
import Mustache
import Newsroom

/// Checks of the names and places of a theme's files.
enum ThemeFiles {
    /// Findings about paths that differ only in case or Unicode encoding: one file to many file systems.
    static func collisions(among files: [String: SourceFile]) -> [Diagnostic] {
        var first: [String: String] = [:]
        return files.keys.sorted().compactMap { name in
            guard let other = first.updateValue(name, forKey: RecordID.folded(name)), let file = files[name],
                let otherFile = files[other]
            else { return nil }
            return Diagnostic(
                rule: .collidingNames,
                message:
                    "`\(name)` and `\(other)` differ only in case or in the way their letters are encoded",
                span: file.startSpan,
                labels: [.init(otherFile.startSpan, "the other one")],
                help: "rename one of the two"
            )
        }
    }

    /// Findings about the newsroom's own templates that neither replace a default template nor are included by one.
    static func unused(
        _ own: [SourceFile],
        among defaults: some Sequence<String>,
        _ library: TemplateLibrary
    ) -> [Diagnostic] {
        let templates = own.filter { $0.path.hasSuffix(SiteTemplates.templateEnd) }
        if templates.isEmpty { return [] }
        let known = defaults.filter { $0.hasSuffix(SiteTemplates.templateEnd) }.sorted()
        let used = Set(known.flatMap { library.templates(behind: template($0)) })
        return templates.compactMap { file in
            let name = SiteTemplates.name(of: file)
            guard !used.contains(template(name)) else { return nil }
            let base = String(name.split(separator: "/").last ?? "")
            let meant = known.contains(base) ? base : Suggestion.nearest(to: base, among: known)
            return Diagnostic(
                rule: .misplacedFile,
                message: "no page is made with the template `\(template(name))`",
                span: file.startSpan,
                help: meant.map {
                    "to take the place of the theme's own, name it `\(SiteTemplates.folder)/\($0)`"
                }
                    ?? "include it with `{{>\(template(name))}}` where a page should show it, or delete it"
            )
        }
    }

    /// Findings about files that have a template's name and another ending, and so go out to readers: `head.html.bak`.
    static func misnamed(_ own: [SourceFile], among defaults: some Sequence<String>) -> [Diagnostic] {
        let known = Set(defaults.filter { $0.hasSuffix(SiteTemplates.templateEnd) }.map(template))
        return own.compactMap { file in
            let name = SiteTemplates.name(of: file)
            let parts = (name.split(separator: "/").last ?? "").split(separator: ".").map(String.init)
            guard !name.hasSuffix(SiteTemplates.templateEnd), parts.count > 1, known.contains(parts[0]),
                parts[1].lowercased().hasPrefix("htm")
            else { return nil }
            let template = "\(SiteTemplates.folder)/\(parts[0])\(SiteTemplates.templateEnd)"
            return Diagnostic(
                rule: .misplacedFile,
                message: "this file is no template: it goes out to readers as `assets/\(name)`",
                span: file.startSpan,
                help:
                    "name it `\(template)` to take the place of the theme's own, or move it out of the folder"
            )
        }
    }

    private static func template(_ name: String) -> String {
        String(name.dropLast(SiteTemplates.templateEnd.count))
    }
}
