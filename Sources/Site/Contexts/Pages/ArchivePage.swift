import Mustache
import Newsroom

/// The archive page: the years and months with published rulings.
struct ArchivePage: PageContent, TemplateView {
    let title: String
    let description: String
    let years: [PeriodView]

    init(in scope: PageScope) {
        title = scope.words["archive.title"]
        description = scope.words["archive.introduction"]
        years = scope.publicationYears.map { year in
            PeriodView(year.period, months: year.months.map { PeriodView($0, in: scope) }, in: scope)
        }
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "introduction": { .text($0.description) },
        "years": { .section($0.years) },
    ]
}

/// A year or a month with the number of its rulings.
struct PeriodView: TemplateView {
    let name: Hyperlink
    let count: String
    /// The months of a year; empty for a month.
    let months: [PeriodView]

    init(_ period: CalendarDate, months: [PeriodView] = [], in scope: PageScope) {
        name = Hyperlink(scope.words.date(period), to: scope.links.to(.archive(period)))
        count = scope.words.count(scope.claims(publishedIn: period).count, "claim-count")
        self.months = months
    }

    static let fields: TemplateFields<Self> = [
        "name": { .record($0.name) },
        "count": { .text($0.count) },
        "months": { .section($0.months) },
    ]
}
