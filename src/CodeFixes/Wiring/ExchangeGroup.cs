namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>Exchanges that share a request, so that one proof key must serve them: two authorization requests of which
/// either can lead to the same token request, or one whose code is redeemed at two places.</summary>
sealed class ExchangeGroup
{
    readonly Dictionary<string, Request> _authorizations = [];
    readonly Dictionary<string, Request> _tokens = [];

    public IEnumerable<Request> Authorizations => _authorizations.Values.OrderBy(request => request.Span.Start);

    public IEnumerable<Request> Tokens => _tokens.Values.OrderBy(request => request.Span.Start);

    public IEnumerable<Request> Requests => Authorizations.Concat(Tokens);

    public bool ByField { get; private set; }

    public static IReadOnlyList<ExchangeGroup> Of(IEnumerable<Exchange> exchanges)
    {
        var groups = new List<ExchangeGroup>();
        foreach (var exchange in exchanges)
        {
            var touched = groups.Where(group => group.Shares(exchange)).ToList();
            var merged = new ExchangeGroup();
            foreach (var group in touched)
                merged.Add(group);
            merged.Add(exchange);
            groups.RemoveAll(touched.Contains);
            groups.Add(merged);
        }
        return groups;
    }

    bool Shares(Exchange exchange) =>
        _authorizations.ContainsKey(exchange.Authorization.Key) || _tokens.ContainsKey(exchange.Token.Key);

    void Add(Exchange exchange)
    {
        AddTo(_authorizations, exchange.Authorization);
        AddTo(_tokens, exchange.Token);
        ByField |= exchange.ByField;
    }

    void Add(ExchangeGroup other)
    {
        foreach (var request in other._authorizations.Values)
            AddTo(_authorizations, request);
        foreach (var request in other._tokens.Values)
            AddTo(_tokens, request);
        ByField |= other.ByField;
    }

    // The first one stays: of a file that several projects share, the same project's document is edited throughout.
    static void AddTo(Dictionary<string, Request> requests, Request request)
    {
        if (!requests.ContainsKey(request.Key))
            requests.Add(request.Key, request);
    }
}
