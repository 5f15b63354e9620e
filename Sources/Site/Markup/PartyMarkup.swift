import Diagnostics
import Newsroom

/// The addresses of the policies that readers hold the publisher to; nil where there is no such page.
struct PublisherPolicies: Sendable {
    let methodology: String?
    let corrections: String?
    let funding: String?
    let contact: String?

    init(_ edition: some EditionReader) {
        func address(_ role: StandingPage.Role) -> String? {
            edition.page(role).map { edition.address(.page($0.id)) }
        }
        methodology = address(.methodology)
        corrections = address(.corrections)
        funding = address(.funding)
        contact = address(.contact)
    }
}

extension SchemaMarkup {
    /// Who publishes the site.
    var publisherProfile: Profile? { edition.profile(edition.settings.publisher.value) }

    /// Adds the site's publisher as a member.
    ///
    /// It is a `NewsMediaOrganization`, the one kind of organisation that schema.org lets have a `verificationFactCheckingPolicy`.
    func publisher(_ name: StaticString, to json: inout JSONWriter) {
        guard let profile = publisherProfile else { return }
        guard profile.profileKind == .organisation else { return json.add(name, profile, party) }
        json.object(name) { json in
            json.add("@type", "NewsMediaOrganization")
            json.add("@id", edition.siteAddress + "#publisher")
            json.add("name", profile.name.value)
            json.add("url", profile.homePage ?? edition.siteAddress)
            json.arrayUnlessEmpty("sameAs", profile.addressesElsewhere)
            json.add("publishingPrinciples", policies.methodology)
            json.add("verificationFactCheckingPolicy", policies.methodology)
            json.add("correctionsPolicy", policies.corrections)
            json.add("ownershipFundingInfo", policies.funding)
            json.add("contactPoint", policies.contact) { address, json in
                json.object { json in
                    json.add("@type", "ContactPoint")
                    json.add("url", address)
                }
            }
        }
    }

    /// Someone who works here: a `Person` or an `Organization`, with an address to read more at.
    func party(_ profile: Profile, to json: inout JSONWriter) {
        json.object { json in
            json.add("@type", type(of: profile))
            json.add("name", profile.name.value)
            json.add("url", profile.homePage ?? edition.address(.profile(profile.id)))
            json.arrayUnlessEmpty("sameAs", profile.addressesElsewhere)
        }
    }

    /// Someone who made a claim: named by addresses elsewhere, because our page about them is not theirs.
    func claimant(_ profile: Profile, to json: inout JSONWriter) {
        let addresses = profile.addressesElsewhere + [profile.homePage].compactMap(\.self)
        json.object { json in
            json.add("@type", type(of: profile))
            json.add("name", profile.name.value)
            json.add("description", profile.description)
            json.oneOrMany("sameAs", addresses) { address, json in json.add(address) }
        }
    }

    private func type(of profile: Profile) -> String {
        profile.profileKind == .person ? "Person" : "Organization"
    }
}
