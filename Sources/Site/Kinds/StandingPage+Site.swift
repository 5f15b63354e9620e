import Digests
import Newsroom

extension StandingPage: SiteRecord {
    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? {
        StandingPageContent(self, in: scope)
    }

    static func addAll(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        builder.add(list: Array(inputs.edition.records.pages)) { builder, page in
            builder.add(page.id)
            builder.add(page.role?.rawValue)
        }
    }
}
