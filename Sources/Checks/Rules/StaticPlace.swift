import Addresses
import Diagnostics
import Newsroom

/// A file of `static/` that would lie where the site has, or may have, a file of its own.
struct StaticPlace: Rule {
    static let guide = RuleGuide(
        .staticPlace,
        "Every file of `static/` has a place of its own on the site.",
        why: """
            Of two files at one address readers get one, and nobody can tell which. A folder of the site, such as `claims/`,
            belongs to it whole: tomorrow's claim may be called like today's file.
            """,
        fix:
            "Rename the file, or put it into a folder that the site has no use for, such as `static/files/`.",
        wrong: "static/claims/annual-report.pdf",
        right: "static/files/annual-report.pdf"
    )

    func check(_ context: CheckContext) -> [Finding] {
        context.statics.paths.compactMap { path in
            SitePlaces.owner(of: path, context.newsroom.settings.hosting).map { owner in
                Finding(
                    "`\(StaticFiles.folder)/\(path)` would lie in the place of \(owner)",
                    at: SourceFile(path: StaticFiles.folder + "/" + path, bytes: []).startSpan,
                    help: "rename it, or put it into a folder of another name, such as `static/files/`"
                )
            }
        }
    }
}
