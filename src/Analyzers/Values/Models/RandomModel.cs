using System.Globalization;

namespace PkceAnalyzers.Values.Models;

/// <summary>What draws at random, well or badly: <c>RandomNumberGenerator</c>, <c>System.Random</c>, <c>Guid</c> and libraries'
/// generators.</summary>
static class RandomModel
{
    const int OctetsOfUniqueId = 32;

    public static void Register(ModelTable table) =>
        table
            .Add(Drawing(FillArray), "GetBytes", "GetNonZeroBytes", "Fill", "NextBytes")
            .Add(Drawing(Octets), "GetBytes", "CreateRandomKey", "GenerateRandom", "GenerateSeed", "GetNextBytes")
            .Add(Drawing(UniqueId), "CreateUniqueId")
            .Add(Drawing(Number), "GetInt32", "Next", "NextInt64", "Range", "NextInt", "GetInt64")
            .Add(Drawing(Picked), "GetString", "GetItems")
            .Add(Drawing(HexString), "GetHexString")
            .Add(Drawing((run, call) => run.Give(call, SampledValue.Octets(16) with { Bits = 122 })), "NewGuid")
            .Add(Drawing((run, call) => run.Give(call, SampledValue.Octets(16) with { Bits = 74 })), "CreateVersion7")
            .Add(Drawing(RandomFileName), "GetRandomFileName")
            .Add(Drawing(Password), "GeneratePassword");

    /// <summary>The effect of a method of that name where what it is called on draws.</summary>
    static CallEffect Drawing(CallEffect effect) => (run, call) => DrawSources.Of(call) is null ? null : effect(run, call);

    static Value? FillArray(Interpreter run, Call call)
    {
        if (call.Arguments is not [var target, ..] || call.Int(0) is not null)
            return null;
        var drawn = run.Drawn(call);
        if (run.ObjectOf(target.Value) is { } array)
        {
            var sample =
                call.Int(2) is not { } part || part == array.Length ? SampledValue.Octets(call.Int(2) ?? array.Length)
                : array is { IsBlank: true, Length: { } length } && call.Int(1) is { } at ? SampledValue.OctetsWithin(length, at, part)
                : SampledValue.Octets(null);
            run.Update((Reference)target.Value, array with { Drawn = array.Drawn | drawn, Sample = sample });
        }
        return new Unknown(drawn);
    }

    static Value? Octets(Interpreter run, Call call) => run.Give(call, SampledValue.Octets(call.Int(call.Arguments.Length - 1)));

    /// <summary><c>CryptoRandom.CreateUniqueId(length, format)</c> of IdentityModel.</summary>
    static Value? UniqueId(Interpreter run, Call call)
    {
        var octets = SampledValue.Octets(call.Int(0) ?? (call.Arguments.IsEmpty ? OctetsOfUniqueId : null));
        var text = call.Exact(1) switch
        {
            "Hex" => octets.Then(StageKind.Hexadecimal, value => HexModel.Hex((byte[])value)),
            "Base64" => octets.Then(StageKind.Base64, value => Convert.ToBase64String((byte[])value)),
            _ => octets.Then(StageKind.Base64, value => Base64Model.Encode((byte[])value)),
        };
        return run.Give(call, text!);
    }

    static Value? Number(Interpreter run, Call call)
    {
        var turn = run.Draws - 1;
        if (call.Arguments.IsEmpty)
            return run.Give(call, SampledValue.Number(0, int.MaxValue, turn));
        var (least, bound) = call.Arguments.Length == 1 ? (0, call.Exact(0)) : (call.Exact(0), call.Exact(1));
        if (bound is not (int or long) || least is not (int or long))
            return null;
        var from = Convert.ToInt64(least, CultureInfo.InvariantCulture);
        return run.Give(call, SampledValue.Number(from, Convert.ToInt64(bound, CultureInfo.InvariantCulture) - from, turn));
    }

    static Value? Picked(Interpreter run, Call call) =>
        call.Arguments.Length >= 2 && run.AlphabetOf(call.Arguments[0].Value) is { } alphabet
            ? run.Give(call, SampledValue.Picked(alphabet, call.Int(1)))
            : null;

    static Value? HexString(Interpreter run, Call call) =>
        run.Give(call, SampledValue.Picked(call.Exact(1) is true ? "0123456789abcdef" : "0123456789ABCDEF", call.Int(0)));

    /// <summary><c>Membership.GeneratePassword</c> of ASP.NET: letters, digits and punctuation.</summary>
    static Value? Password(Interpreter run, Call call) =>
        run.Give(
            call,
            SampledValue.Picked("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#$%^&*()_-+=[{]};:>|./?", call.Int(0))
        );

    static Value? RandomFileName(Interpreter run, Call call) =>
        run.Give(call, SampledValue.Picked("abcdefghijklmnopqrstuvwxyz012345.", 12) with { Bits = 55 });
}
