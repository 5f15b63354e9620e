import Mustache
import Newsroom

/// Links from a year or a month of the archive to its neighbours.
struct ArchiveNavigation: TemplateView {
    let archive: Hyperlink
    /// The year of a month; nil for a year.
    let year: Hyperlink?
    /// The other months of the year, newest first.
    let months: [PeriodView]

    init(_ period: CalendarDate, in scope: PageScope) {
        archive = Hyperlink(scope.words["archive.title"], to: scope.links.to(.archive))
        let year = scope.publicationYear(of: period)
        let isMonth = period.month != nil
        self.year =
            isMonth
            ? year.map { Hyperlink(scope.words.date($0.period), to: scope.links.to(.archive($0.period))) }
            : nil
        months = (year?.months ?? []).filter { $0 != period }.map { PeriodView($0, in: scope) }
    }

    static let fields: TemplateFields<Self> = [
        "archive": { .record($0.archive) },
        "year": { .record($0.year) },
        "months": { .section($0.months) },
    ]
}
