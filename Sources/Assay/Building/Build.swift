import Diagnostics
import Digests

/// A build that came to its end: its report, and what the next build can use of it.
struct Build: Sendable {
    /// The findings and the site.
    let report: Report
    /// The newsroom that it was made from.
    let checked: CheckedNewsroom
    /// The part for the next build; nil when nothing was put in place.
    let remains: Remains?

    /// The units of a site that is in place, and the hash of what all its pages depend on.
    struct Remains: Sendable {
        let frame: Fingerprint
        let manifest: UnitManifest
        /// Whether images are missing that the next build may be able to make.
        let lacksImages: Bool
    }

    /// A build whose files were written, or discarded because of what rendering found.
    init(
        _ checked: CheckedNewsroom,
        frame: Fingerprint,
        _ outcome: Press.Outcome,
        adding notes: [Diagnostic],
        lacksImages: Bool,
        origins: [any Sendable]
    ) {
        self.checked = checked
        remains = outcome.manifest.map { Remains(frame: frame, manifest: $0, lacksImages: lacksImages) }
        report = Report(
            diagnostics: (checked.diagnostics + outcome.diagnostics + notes).sorted(),
            files: checked.files,
            site: outcome.site,
            origins: [checked, outcome] + origins
        )
    }

    private init(_ report: Report, _ checked: CheckedNewsroom) {
        self.report = report
        self.checked = checked
        remains = nil
    }

    /// A build that errors stopped before anything was written.
    static func stopped(_ checked: CheckedNewsroom, adding found: [Diagnostic] = []) -> Build {
        let all = (checked.diagnostics + found).sorted()
        return Build(Report(diagnostics: all, files: checked.files, site: nil), checked)
    }

    /// A build that someone interrupted before anything was written.
    static func cancelled(_ checked: CheckedNewsroom) -> Build {
        Build(Report(diagnostics: [], files: [:], site: nil), checked)
    }
}
