using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values.Models;

/// <summary>URLs, their encoding, and their query strings.</summary>
static class UriModel
{
    public static void Register(ModelTable table) =>
        table
            .AddOfProgram(Encode, "EscapeDataString", "UrlEncode", "UrlPathEncode", "Escape", "EncodeUriComponent", "UrlEncodeToBytes")
            .Add(Encode, "Encode")
            .AddOfProgram((_, call) => call.Arguments is [{ Value: var url }] ? url : null, "EscapeUriString")
            .AddOfProgram(ParseQueryString, "ParseQueryString")
            .Add(ParseQueryString, "ParseQuery", "ParseNullableQuery")
            .Add(FromText, "FromUriComponent")
            .Add(AddQueryText, "AddQueryString")
            .Add(AppendPath, "AppendPathSegment", "AppendPathSegments");

    public static void RegisterCreations(ModelTable table) => table.AddOfProgram(Create, "Uri", "UriBuilder");

    /// <summary>Of a package that is not at hand: what it does to a value is in its name.</summary>
    public static Value? EncodeByName(Interpreter run, Call call) =>
        call.Method is null
        && MemberNames.NamesEncoder(call.Name)
        && call.ReceiverAndArguments.ToList() is [{ Value: (Text or Choice) and var plain }]
            ? Choice.Map(plain, value => value is Text { CarriesParameters: true } ? value : Encoded(run, value, IsUnreserved))
            : null;

    static Value? Encode(Interpreter run, Call call) =>
        call.Arguments.Length >= 1 && call.Receiver?.Value is not Reference
            ? Choice.Map(call.Arguments[0].Value, value => Encoded(run, value, c => IsUnreserved(c) || c == ' '))
            : null;

    /// <summary>A value in a URL; a text stays what it is where encoding changes nothing that matters.</summary>
    static Value Encoded(Interpreter run, Value value, Func<char, bool> isKept) =>
        value is Text { Exact: { } exact } && exact.All(isKept)
            ? value
            : new Unknown(run.SourcesOf(value), Encoded: true) { Sample = run.SampleOf(value) };

    static Value? ParseQueryString(Interpreter run, Call call)
    {
        if (call.Arguments is not [{ Value: var given }, ..])
            return null;
        var read = given is Text text ? QueryReader.Read(text).Set : ParameterSet.Empty;
        // What a caller hands over may hold anything.
        if (read.IsEmpty && given is Unknown { From: var from } && from.Has(SourceKind.Caller))
            read = read.OpenedBy(call.Place);
        return run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Parameters = read });
    }

    /// <summary><c>QueryString.FromUriComponent(uri.Query)</c></summary>
    static Value? FromText(Interpreter run, Call call) =>
        call.Arguments is [{ Value: Text text }] ? run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Content = text }) : null;

    /// <summary>Katana's <c>AddQueryString(url, "response_type=code")</c>: a query, or a part of one, as a text.</summary>
    static Value? AddQueryText(Interpreter run, Call call)
    {
        if (
            call is not { Receiver: null, Arguments: [var url, { Value: Text query } added] }
            || !query.CarriesParameters && query.Exact is null
        )
            return null;
        var separator = url.Value is Text { CarriesParameters: true } ? "&" : "?";
        return run.Concat(run.Concat(url.Value, Text.Literal(separator, call.Place), call.Place), query, added.Place);
    }

    /// <summary><c>url.AppendPathSegments("oauth", "authorize")</c> of Flurl: nothing but the path grows.</summary>
    static Value? AppendPath(Interpreter run, Call call)
    {
        if (call.Receiver is not { Value: var url } receiver)
            return null;
        if (run.ObjectOf(url) is not { } known)
            return run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Content = Longer(url) });
        if (known is { Content: { } start, CarriesParameters: false })
            run.Update((Reference)url, known with { Content = Longer(start) });
        return url;

        Value Longer(Value text) =>
            call.Arguments.Aggregate(
                text is Text ? text : run.TextOf(text, receiver.Place),
                (path, segment) =>
                    run.Concat(
                        run.Concat(path, Text.Literal("/", call.Place), call.Place),
                        run.ObjectOf(segment.Value) is null ? segment.Value : Unknown.Value,
                        segment.Place
                    )
            );
    }

    /// <summary><c>new Uri(base, relative)</c></summary>
    static Value? Create(Interpreter run, Call call) =>
        call.Arguments is [var first, { Value: Text } second]
            ? run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Content = run.Concat(first.Value, second.Value, call.Place) })
            : null;

    static bool IsUnreserved(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '~';
}
