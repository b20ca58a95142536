using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using static PkceAnalyzers.Equivalence.Tests.Rewrites.SourceFile;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>How a set of names and values is filled.</summary>
static class SetRewrites
{
    public static IReadOnlyList<Rewrite> All { get; } =
    [
        new("dictionary by indexer", file => Expressions(file, set => $"new {set.Type}({set.Arguments}) {{ {string.Join(", ", set.Pairs.Select(pair => $"[{pair.Name}] = {pair.Value}"))} }}")),
        new("dictionary by elements", file => Expressions(file, set => $"new {set.Type}({set.Arguments}) {{ {string.Join(", ", set.Pairs.Select(pair => $"{{ {pair.Name}, {pair.Value} }}"))} }}")),
        new("dictionary by Add", file => Statements(file, (set, name) => string.Concat(set.Pairs.Select(pair => $" {name}.Add({pair.Name}, {pair.Value});")))),
        new("dictionary by TryAdd", file => Statements(file, (set, name) => string.Concat(set.Pairs.Select(pair => $" {name}.TryAdd({pair.Name}, {pair.Value});")))),
        new("dictionary by assignments", file => Statements(file, (set, name) => string.Concat(set.Pairs.Select(pair => $" {name}[{pair.Name}] = {pair.Value};")))),
        new("dictionary in a loop over pairs", file => Statements(file, (set, name) => $" foreach (var pair in new {set.PairType}[] {{ {set.NewPairs} }}) {name}.Add(pair.Key, pair.Value);")),
        new("dictionary in a loop over tuples", file => Statements(file, (set, name) => $" foreach (var (key, value) in new {set.TupleType}[] {{ {set.Tuples} }}) {name}[key] = value;")),
        new("dictionary in a loop by index", file => Statements(file, (set, name) => $" var {name}Table = new {set.TupleType}[] {{ {set.Tuples} }}; for (var i = 0; i < {name}Table.Length; i++) {name}.Add({name}Table[i].Item1, {name}Table[i].Item2);")),
        new("dictionary by ToDictionary of tuples", file => WithLinq(file, set => $"new {set.TupleType}[] {{ {set.Tuples} }}.ToDictionary(pair => pair.Item1, pair => pair.Item2)")),
        new("dictionary by ToDictionary of pairs", file => WithLinq(file, set => $"new global::System.Collections.Generic.List<{set.PairType}> {{ {set.NewPairs} }}.ToDictionary(pair => pair.Key, pair => pair.Value)")),
        new("dictionary by Concat", file => WithLinq(file, set => $"new {set.PairType}[] {{ {set.NewPairs} }}.Concat(new {set.PairType}[0]).ToDictionary(pair => pair.Key, pair => pair.Value)")),
        new("dictionary by Append", file => WithLinq(file, set => $"global::System.Linq.Enumerable.Empty<{set.PairType}>(){string.Concat(set.Pairs.Select(pair => $".Append(new {set.PairType}({pair.Name}, {pair.Value}))"))}.ToDictionary(pair => pair.Key, pair => pair.Value)")),
        new("dictionary by Aggregate", file => WithLinq(file, set => $"new {set.TupleType}[] {{ {set.Tuples} }}.Aggregate(new {set.Type}(), (all, one) => {{ all[one.Item1] = one.Item2; return all; }})")),
        new("dictionary of a dictionary", file => Expressions(file, set => $"new {set.Type}(new {set.Type} {{ {set.Halves.First} }}) {{ {set.Halves.Second} }}")),
        new("dictionary of pairs", file => Expressions(file, set => $"new {set.Type}(new {set.PairType}[] {{ {set.NewPairs} }})")),
        new("dictionary of spread pairs", file => Expressions(file, set => file.Language < LanguageVersion.CSharp12 ? null : $"new {set.Type}((global::System.Collections.Generic.List<{set.PairType}>)[.. new {set.PairType}[] {{ {set.NewPairs} }}])")),
        new("dictionary filled by a helper", file => Expressions(file, set => $"{Helper(file, set)}(({set.Type})new {set.Type}({set.Arguments}), {set.Tuples})")),
        new("dictionary as IDictionary", file => Expressions(file, set => $"(global::System.Collections.Generic.IDictionary<{set.Key}, {set.Value}>)new {set.Type}({set.Arguments}) {{ {string.Join(", ", set.Pairs.Select(pair => $"[{pair.Name}] = {pair.Value}"))} }}")),
        new("dictionary as list of pairs", file => Expressions(file, set => $"new global::System.Collections.Generic.List<{set.PairType}> {{ {set.NewPairs} }}")),
        new("dictionary as array of pairs", file => Expressions(file, set => $"new {set.PairType}[] {{ {set.NewPairs} }}")),
        new("pair by Create", file => Pairs(file, pair => $"global::System.Collections.Generic.KeyValuePair.Create({pair})")),
        new("pairs as List", file => Lists(file, list => $"new global::System.Collections.Generic.List<{list.Type}> {{ {list.Elements} }}")),
        new("pairs as array", file => Lists(file, list => $"new {list.Type}[] {{ {list.Elements} }}")),
        new("pairs by Append", file => [.. file.Using("System.Linq"), .. Lists(file, list => $"global::System.Linq.Enumerable.Empty<{list.Type}>(){string.Concat(list.Items.Select(item => $".Append({item})"))}.ToList()")]),
        new("pairs by yield", file => Lists(file, list => $"{Iterator(list)}()")),
    ];

    /// <summary>A dictionary that is filled where it is made.</summary>
    sealed record Set(string Type, string Key, string Value, string Arguments, IReadOnlyList<(string Name, string Value)> Pairs)
    {
        public string PairType => $"global::System.Collections.Generic.KeyValuePair<{Key}, {Value}>";

        public string TupleType => $"({Key}, {Value})";

        public string NewPairs => string.Join(", ", Pairs.Select(pair => $"new {PairType}({pair.Name}, {pair.Value})"));

        public string Tuples => string.Join(", ", Pairs.Select(pair => $"({pair.Name}, {pair.Value})"));

        public (string First, string Second) Halves => (Elements(Pairs.Take(Pairs.Count / 2)), Elements(Pairs.Skip(Pairs.Count / 2)));

        static string Elements(IEnumerable<(string Name, string Value)> pairs) => string.Join(", ", pairs.Select(pair => $"[{pair.Name}] = {pair.Value}"));
    }

    sealed record List(string Type, IReadOnlyList<string> Items, ExpressionSyntax Place)
    {
        public string Elements => string.Join(", ", Items);
    }

    static Set? SetOf(SourceFile file, ExpressionSyntax expression)
    {
        if (expression is not BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } elements } creation
            || file.TypeOf(creation) is not INamedTypeSymbol { Name: "Dictionary", TypeArguments: [var key, var value] } || NameOf(key) is not { } keyName || NameOf(value) is not { } valueName)
        {
            return null;
        }
        var pairs = elements.Select(element => element switch
        {
            InitializerExpressionSyntax { Expressions: [var name, var content] } => (name.ToString(), content.ToString()),
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var name] }, Right: var content } => (name.ToString(), content.ToString()),
            _ => default,
        }).ToList();
        return pairs.Contains(default) ? null
            : new Set($"global::System.Collections.Generic.Dictionary<{keyName}, {valueName}>", keyName, valueName, creation.ArgumentList?.Arguments.ToString() ?? "", pairs);
    }

    static IEnumerable<TextChange> Expressions(SourceFile file, Func<Set, string?> write) => file.Outermost<BaseObjectCreationExpressionSyntax>(creation => SetOf(file, creation) is not null)
        .Select(creation => (Creation: creation, Text: write(SetOf(file, creation)!))).Where(pair => pair.Text is not null).Select(pair => Replace(pair.Creation, pair.Text!));

    static List<TextChange> WithLinq(SourceFile file, Func<Set, string> write) =>
        Expressions(file, set => set.Arguments.Length == 0 ? write(set) : null).ToList() is { Count: > 0 } changes ? [.. file.Using("System.Linq"), .. changes] : [];

    /// <summary>Statements behind the one that declares the dictionary.</summary>
    static IEnumerable<TextChange> Statements(SourceFile file, Func<Set, string, string> write)
    {
        foreach (var declaration in file.All<LocalDeclarationStatementSyntax>().Where(declaration => declaration.Parent is BlockSyntax or GlobalStatementSyntax))
        {
            if (declaration.Declaration.Variables is [{ Initializer.Value: { } value } variable] && SetOf(file, value) is { } set)
                yield return Replace(declaration, $"{declaration.Declaration.Type} {variable.Identifier} = new {set.Type}({set.Arguments});{write(set, variable.Identifier.ValueText)}");
        }
    }

    static string Helper(SourceFile file, Set set)
    {
        var name = file.NewName("Filler");
        file.AddElsewhere($"static class {name} {{ public static {set.Type} Filled({set.Type} all, params {set.TupleType}[] pairs) {{ foreach (var pair in pairs) all[pair.Item1] = pair.Item2; return all; }} }}");
        return $"global::{name}.Filled";
    }

    static IEnumerable<TextChange> Pairs(SourceFile file, Func<string, string> write) => file.All<BaseObjectCreationExpressionSyntax>()
        .Where(creation => file.TypeOf(creation) is INamedTypeSymbol { Name: "KeyValuePair" } && creation.ArgumentList?.Arguments.Count == 2)
        .Select(creation => Replace(creation, write(creation.ArgumentList!.Arguments.ToString())));

    static IEnumerable<TextChange> Lists(SourceFile file, Func<List, string> write) => file.All<ExpressionSyntax>().Select(expression => ListOf(file, expression)).OfType<List>().Select(list => Replace(list.Place, write(list)));

    static List? ListOf(SourceFile file, ExpressionSyntax expression)
    {
        var elements = expression switch
        {
            BaseObjectCreationExpressionSyntax creation when file.TypeOf(creation) is INamedTypeSymbol { Name: "List" } => creation.Initializer?.Expressions,
            ArrayCreationExpressionSyntax array => array.Initializer?.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            _ => null,
        };
        var element = elements is not { Count: > 0 } ? null : file.TypeOf(expression) is IArrayTypeSymbol { ElementType: var ofArray } ? ofArray : (file.TypeOf(expression) as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        return element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [_, _] } ? new List(NameOf(element)!, [.. elements!.Value.Select(item => Explicit(item, element))], expression) : null;
    }

    static string Explicit(ExpressionSyntax item, ITypeSymbol type) => item is ImplicitObjectCreationExpressionSyntax implicitly ? $"new {NameOf(type)}{implicitly.ArgumentList}" : item.ToString();

    /// <summary>A local function in the place of the statement; nothing where there is none.</summary>
    static string Iterator(List list)
    {
        return $"((global::System.Func<global::System.Collections.Generic.IEnumerable<{list.Type}>>)(() => {{ return All(); global::System.Collections.Generic.IEnumerable<{list.Type}> All() {{ {string.Concat(list.Items.Select(item => $"yield return {item}; "))}}} }}))";
    }
}
