import Addresses
import Newsroom

extension PageSubject {
    /// The page's content; nil if its subject is not in the edition.
    func content(in scope: PageScope) -> (any PageContent)? {
        switch self {
        case .home: HomePage(in: scope)
        case .record(let kind, let id, let number): kind.siteType?.page(of: id, number, in: scope)
        case .ruling(let id, let number):
            scope.settings.scale.ruling(id).map { ClaimListPage($0, number: number, in: scope) }
        case .topic(let id, let number):
            scope.settings.topic(id).map { ClaimListPage($0, number: number, in: scope) }
        case .list(let list, let number): Self.content(of: list, number, in: scope)
        case .rulings: RulingsPage(in: scope)
        case .topics: TopicsPage(in: scope)
        case .archive: ArchivePage(in: scope)
        case .period(let period, let number): ClaimListPage(publishedIn: period, number: number, in: scope)
        case .team: TeamPage(in: scope)
        case .search: SearchPage(in: scope)
        case .texts(let id): scope.claim(id).flatMap { TextsPage($0, in: scope) }
        case .embed(let id):
            // Other sites frame the card at the address that it had.
            scope.claim(scope.formerIDs.current(.record(.claim), id)).flatMap { EmbedPage($0, in: scope) }
        case .moved(let space, _, let new): MovedPage(to: new, in: space, at: canonicalRoute, scope)
        case .movedTexts(_, let new): MovedPage(to: new, in: .record(.claim), at: canonicalRoute, scope)
        case .notFound: NotFoundPage(in: scope)
        }
    }

    private static func content(
        of list: RecordList,
        _ number: Int,
        in scope: PageScope
    ) -> any PageContent {
        switch list {
        case .claims:
            ClaimListPage(all: number, in: scope)
        case .articles:
            RecordListPage(scope.articles(onPage: number), list, number: number, in: scope) {
                ListedArticle($0, in: scope)
            }
        case .sources:
            RecordListPage(
                scope.sources(onPage: number),
                list,
                number: number,
                in: scope,
                groups: scope.sourceKinds.map { kind, count in
                    ("kind-\(kind.rawValue)", scope.words["source-kinds.\(kind.rawValue)"], count)
                },
                groupOf: { "kind-\($0.sourceKind.rawValue)" },
                entry: { ListedSource($0, in: scope) }
            )
        case .profiles:
            RecordListPage(
                scope.profiles(onPage: number),
                list,
                number: number,
                in: scope,
                groups: scope.profileGroups.map { group, count in
                    (group.name, scope.words["profiles.\(group.name)"], count)
                },
                groupOf: { ProfileGroup($0, in: scope.settings).name },
                entry: { ProfileCard($0, in: scope) }
            )
        }
    }
}
