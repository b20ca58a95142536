using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values.Models;

namespace PkceAnalyzers.Values;

/// <summary>Fields and properties: what the run has written to them, else what their type's own code writes.</summary>
sealed partial class Interpreter
{
    const int MostMembersAsked = 4;
    const int MostWriters = 6;

    Value ReadMember(Value? receiver, ISymbol member, SyntaxNode place)
    {
        if (member is IFieldSymbol { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            return Text.Literal("", place);
        if (receiver is not null && member is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } && !IsOwn(member))
            return receiver;
        if (receiver is not null && member.Name is "Length" or "Count" && !IsOwn(member) && LengthOf(receiver!) is { } length)
            return new Constant(length);
        if (member.Name == "Current" && EnumeratorModel.Current(this, receiver) is { } element)
            return element;
        if (member.IsStatic && member.ContainingType is { Name: "Encoding" or "HashAlgorithmName" or "HashAlgorithmNames" })
            return new EnumMember(member.Name, member.Name);
        if (receiver is Choice choice)
            receiver = choice.Alternatives.FirstOrDefault(alternative => alternative is Reference) ?? receiver;
        if (receiver is Sequence { Items: var items } && Position(member) is { } position && position < items.Length)
            return items[position];
        if (ObjectOf(receiver) is { } obj)
        {
            // A message's Parameters are the message's own.
            if (member is { Name: "Parameters", ContainingType.Name: "AuthenticationProtocolMessage" })
                return receiver!;
            if (obj.Members.TryGetValue(member.Name, out var written))
                return written;
            if (MemberNames.IsTextProperty(member.Name) && !IsOwn(member))
                return ReadText(receiver!, member.Name, place);
        }
        else if (
            receiver is null
            && member.IsStatic
            && _state.Variables.TryGetValue(new Variable(_root, member.OriginalDefinition), out var stored)
        )
        {
            return stored;
        }
        if (DrawSources.Of(member) is { } source)
            return new Unknown(SourceSet.Of(source, Own(place)));
        if (DigestModel.HashOf(this, receiver, member) is { } hash)
            return hash;
        if (!IsOwn(member))
            return new Unknown(receiver is null ? SourceSet.None : SourcesOf(receiver));
        if (member is IPropertySymbol { GetMethod: { } getter } && RunSource(getter, receiver, [], place) is { } computed)
            return Used(computed, place);
        if (receiver is not (null or Reference))
            return new Unknown(SourcesOf(receiver));
        // A text that its type gives to a member is what is sent; a switch that others may set decides nothing.
        var value = Used(ValueOf(member.OriginalDefinition), place);
        return IsSetByOthers(member) && value.Alternatives.Any(alternative => alternative is Constant or EnumMember or Text { Exact: "" })
            ? Choice.Of(value, Unknown.Value)
            : value;
    }

    /// <summary>The text of an object. A URL that is not known is an endpoint, and has no query of its own.</summary>
    Text ReadText(Value receiver, string member, SyntaxNode place)
    {
        var text = TextOf(receiver, place);
        return member == "Query" && !text.CarriesParameters ? Text.Literal("", place) : text;
    }

    static bool IsSetByOthers(ISymbol member) =>
        member switch
        {
            IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private },
            IFieldSymbol field => field is { IsReadOnly: false, IsConst: false, DeclaredAccessibility: not Accessibility.Private },
            _ => false,
        };

    internal static bool IsOwn(ISymbol member) => !member.DeclaringSyntaxReferences.IsEmpty;

    static int? Position(ISymbol member) =>
        ((member as IFieldSymbol)?.CorrespondingTupleField ?? member).Name switch
        {
            "Key" or "Item1" => 0,
            "Value" or "Item2" => 1,
            "Item3" => 2,
            "Item4" => 3,
            _ => null,
        };

    void WriteStatic(ISymbol member, Value value)
    {
        GoesOn(value);
        MayBeWritten(value);
        _outerWrites++;
        _state = _state.With(new Variable(_root, member.OriginalDefinition), value);
    }

    /// <summary>What the type's own code assigns to a member: its initializer and the assignments in its type.</summary>
    Value ValueOf(ISymbol member)
    {
        // Kept only where it is asked for by itself: on the way to another member it may be cut short, and what is found must not
        // depend on who asked first.
        if (_search is null)
        {
            var known = cache.MemberValues(options);
            if (!known.TryGetValue(member, out var kept))
            {
                _search = new MemberSearch();
                kept = FindValue(member, _search);
                _search = null;
                known.TryAdd(member, kept);
            }
            return Take(kept);
        }
        if (_search.Known.TryGetValue(member, out var found))
            return Take(found);
        if (_search.Asked.Count >= MostMembersAsked || _search.Asked.Contains(member) || _search.StepsLeft <= 0)
            return Unknown.Value;
        return Take(_search.Known[member] = FindValue(member, _search));
    }

    Value Take(MemberValue known)
    {
        foreach (var obj in known.Heap)
        {
            if (!_state.Heap.ContainsKey(obj.Key))
                _state = _state.With(obj.Key, obj.Value);
        }
        return known.Value;
    }

    MemberValue FindValue(ISymbol member, MemberSearch search)
    {
        search.Asked.Add(member);
        Value? value = null,
            empty = null;
        var isWhole = true;
        var heap = ImmutableDictionary<ObjectId, AbstractObject>.Empty;
        foreach (var writer in Writers(member).Take(MostWriters))
        {
            var run = new Interpreter(cache, options, cancellation)
            {
                _mostSteps = Math.Min(MostSteps / 10 / (1 + search.Asked.Count), search.StepsLeft),
                _search = search,
            };
            run.Run(writer);
            search.StepsLeft -= run._steps;
            isWhole &= !run.Exhausted;
            if (run.Exhausted || run.Written(member) is not { } written || written is Constant { Content: null })
                continue;
            // What has no value yet, or no longer, is often an empty text rather than null.
            if (written is Text { Exact: "" })
            {
                empty = written;
                continue;
            }
            value = value is null ? written : Choice.Of(value, written);
            heap = run.Reachable(written, heap);
        }
        search.Asked.Remove(member);
        return new MemberValue(value ?? (isWhole ? empty : null) ?? Unknown.Value, heap);
    }

    Value? Written(ISymbol member)
    {
        if (member.IsStatic)
            return _state.Variables.TryGetValue(new Variable(_root, member), out var value) ? value : null;
        return This is { } id && _state.Heap.TryGetValue(id, out var self) && self.Members.TryGetValue(member.Name, out var written)
            ? written
            : null;
    }

    ImmutableDictionary<ObjectId, AbstractObject> Reachable(Value value, ImmutableDictionary<ObjectId, AbstractObject> known)
    {
        foreach (var alternative in value.Alternatives)
        {
            if (alternative is not Reference { Id: var id } || known.ContainsKey(id) || !_state.Heap.TryGetValue(id, out var obj))
                continue;
            known = known.Add(id, obj);
            foreach (
                var held in obj.Members.Values.Concat(obj.Items).Concat(obj.Parameters.Parameters.Select(parameter => parameter.Value))
            )
                known = Reachable(held, known);
        }
        return known;
    }

    /// <summary>The initializer of a member, and the members of its type that assign to it, in source order.</summary>
    IEnumerable<SyntaxNode> Writers(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (!cache.Holds(reference.SyntaxTree))
                continue;
            var initializer = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer: { } value } => value,
                PropertyDeclarationSyntax { Initializer: { } value } => value,
                _ => null,
            };
            if (initializer is not null)
                yield return initializer;
        }
        if (member is IFieldSymbol { IsConst: true })
            yield break;
        var seen = new HashSet<SyntaxNode>();
        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            if (!cache.Holds(reference.SyntaxTree))
                continue;
            foreach (var executable in cache.WritersIn(reference.GetSyntax(cancellation))[member.Name])
            {
                if (seen.Add(executable))
                    yield return executable;
            }
        }
    }
}
