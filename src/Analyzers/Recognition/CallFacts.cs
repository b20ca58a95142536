using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Catalog;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>Finds calls and object creations that say by themselves what becomes of PKCE.</summary>
sealed class CallFacts(TypeMatcher matcher, CancellationToken cancellation)
{
    readonly ConstantText _constants = new(matcher.Cache, cancellation);

    public IEnumerable<SettingFinding> In(SyntaxTree tree) =>
        matcher.Cache.NamesIn(tree, cancellation).Where(group => CallFact.Knows(group.Key)).SelectMany(group => group).SelectMany(Of);

    IEnumerable<SettingFinding> Of(SimpleNameSyntax name)
    {
        if (UseOf(name) is not { } use)
            yield break;
        foreach (var fact in CallFact.OfName(name.Identifier.ValueText))
        {
            if (!matcher.IsDeclaredBy(fact.Owners, fact.IsStatic, name, use, out var owner))
                continue;
            var type = new ConfiguredType(fact.Library, fact.Owners, []) { Packages = fact.Packages };
            if (fact.Before is { } before && !LibraryVersion.Of(type, owner, matcher.Project).IsBefore(before) || fact.Argument is { } argument && !Gives(use, argument.Name, argument.Value))
                continue;
            var registration = new Registration(new TypeMatch(type, owner), name, [], RegistrationKind.HandedIn, IsWhole: false, IsOpen: false, Scheme: null);
            var row = new Setting(fact.Name, fact.Fact, When.Written) { Advice = fact.Advice, Says = fact.Argument is { } said ? $"{said.Name}: {said.Value}" : fact.Name };
            yield return new SettingFinding(registration, row, null, null) { Place = name };
        }
    }

    /// <summary>The call, creation or reading that a name stands in; null for any other.</summary>
    static ExpressionSyntax? UseOf(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while (whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole || whole.Parent is QualifiedNameSyntax qualified && qualified.Right == whole)
            whole = (ExpressionSyntax)whole.Parent;
        return whole.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == whole => call,
            ObjectCreationExpressionSyntax creation when creation.Type == whole => creation,
            _ => whole is MemberAccessExpressionSyntax ? whole : null,
        };
    }

    bool Gives(ExpressionSyntax use, string name, string value) => use is InvocationExpressionSyntax call
        && call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name) is { } given && _constants.Only(given.Expression) == value;
}
