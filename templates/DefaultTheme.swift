/// The default templates and words, embedded in the binary.
///
/// Every file of `theme/` and `strings/` is listed here by its name; a test compares the lists with the folders.
package enum DefaultTheme {
    /// The templates and assets by file name.
    package static let files: [String: [UInt8]] = [
        "archive.html": PackageResources.archive_html,
        "article.html": PackageResources.article_html,
        "articles.html": PackageResources.articles_html,
        "assay.css": PackageResources.assay_css,
        "badge.html": PackageResources.badge_html,
        "card.svg": PackageResources.card_svg,
        "citation.html": PackageResources.citation_html,
        "claim-card.html": PackageResources.claim_card_html,
        "claim-list.html": PackageResources.claim_list_html,
        "claim-note.html": PackageResources.claim_note_html,
        "claim.html": PackageResources.claim_html,
        "claims.html": PackageResources.claims_html,
        "corrections.html": PackageResources.corrections_html,
        "date.html": PackageResources.date_html,
        "embed.html": PackageResources.embed_html,
        "evidence-entry.html": PackageResources.evidence_entry_html,
        "footer.html": PackageResources.footer_html,
        "history-entry.html": PackageResources.history_entry_html,
        "history.html": PackageResources.history_html,
        "home.html": PackageResources.home_html,
        "layout.html": PackageResources.layout_html,
        "link.html": PackageResources.link_html,
        "mention.html": PackageResources.mention_html,
        "nameplate.html": PackageResources.nameplate_html,
        "navigation.html": PackageResources.navigation_html,
        "not-found.html": PackageResources.not_found_html,
        "outward-link.html": PackageResources.outward_link_html,
        "page.html": PackageResources.page_html,
        "pagination.html": PackageResources.pagination_html,
        "previews.js": PackageResources.previews_js,
        "profile.html": PackageResources.profile_html,
        "profiles.html": PackageResources.profiles_html,
        "retraction.html": PackageResources.retraction_html,
        "ruling.html": PackageResources.ruling_html,
        "rulings.html": PackageResources.rulings_html,
        "scale-table.html": PackageResources.scale_table_html,
        "scale.html": PackageResources.scale_html,
        "search.html": PackageResources.search_html,
        "search.js": PackageResources.search_js,
        "source.html": PackageResources.source_html,
        "sources.html": PackageResources.sources_html,
        "tally.html": PackageResources.tally_html,
        "team.html": PackageResources.team_html,
        "topic.html": PackageResources.topic_html,
        "topics.html": PackageResources.topics_html,
    ]

    /// The words of the interface by file name: `en.yaml`.
    package static let strings: [String: [UInt8]] = [
        "ar.yaml": PackageResources.ar_yaml,
        "de.yaml": PackageResources.de_yaml,
        "en.yaml": PackageResources.en_yaml,
        "es.yaml": PackageResources.es_yaml,
        "fr.yaml": PackageResources.fr_yaml,
    ]
}
