import Addresses
import Mustache

/// The navigation between the pages of a list.
struct PaginationView: TemplateView {
    /// The page's place, such as "Page 2 of 5".
    let place: String
    let previous: String?
    let next: String?

    init(number: Int, entryCount: Int, in scope: PageScope, route: (Int) -> Route) {
        let count = Pagination.pageCount(of: entryCount)
        place = scope.words.text(
            "pagination.place",
            ["number": scope.words.number(number), "count": scope.words.number(count)]
        )
        previous = number > 1 ? scope.links.to(route(number - 1)) : nil
        next = number < count ? scope.links.to(route(number + 1)) : nil
    }

    static let fields: TemplateFields<Self> = [
        "place": { .text($0.place) },
        "previous": { .text($0.previous) },
        "next": { .text($0.next) },
        "needed": { .bool($0.previous != nil || $0.next != nil) },
    ]
}
