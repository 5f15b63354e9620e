import Addresses
import Diagnostics
import Markdown
import Newsroom

/// An image that is no file of the site: on another host, or missing.
struct MissingPicture: Rule {
    static let guide = RuleGuide(
        RuleID("missing-picture", .error),
        "Every picture is a file of the site.",
        why: """
            Pages load nothing from other hosts: it would tell them who reads what, and their picture could change after
            publication. A picture without a file is a gap with a description.
            """,
        fix: """
            Put the file into `content/media/`, make its record with `assay new media`, and write `![caption](media:chart)`.
            Pictures of the theme lie in `templates/theme/`, and are published in `assets/`:
            `![what it shows](../../assets/chart.png)`.
            """,
        wrong: "![Four bars](https://elsewhere.example/chart.png) or ![Four bars](chart.png)",
        right: "![Four bars](../../assets/chart.png)"
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        guard !body.document.images.isEmpty else { return [] }
        let folder = SiteFiles.folder(of: body.record)
        let site = context.newsroom.settings.url.value
        return body.document.images.compactMap { image in
            // `unsafe-address` reports images that safe mode leaves out.
            guard !image.isLeftOut, image.medium == nil else { return nil }
            let shown = image.address.excerpt(60)
            let message: String
            switch SiteAddress(image.address, in: folder, site: site).place {
            case .file(let parts) where parts.first == SiteFolder.assets.rawValue && parts.count > 1:
                return nil
            case .file(let parts) where context.statics.contains(parts.joined(separator: "/")): return nil
            case .elsewhere:
                message = "the picture `\(shown)` is not shown: pages load nothing from other hosts"
            case .ownPage: message = "this picture has no address"
            case .file, .host, .above: message = "there is no file for the picture `\(shown)`"
            }
            let name = image.address.split(separator: "/").last.map(String.init)?.excerpt(40) ?? "picture.png"
            return Finding(
                message,
                at: body.span(image.range),
                help: "put the file into templates/theme/ and write `../../assets/\(name)`"
            )
        }
    }
}
