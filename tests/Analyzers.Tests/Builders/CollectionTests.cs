using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests put together as pairs. In each program <c>Bad</c> lacks the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class CollectionTests
{
    [Fact]
    public Task Dictionary_initializer() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Bad(string clientId) => new Dictionary<string, string>
            {
                {|PKCE1001:{ "response_type", "code" }|},
                { "client_id", clientId },
            };

            Dictionary<string, string> BadByIndex(string clientId) => new()
            {
                {|PKCE1001:["response_type"] = "code"|},
                ["client_id"] = clientId,
            };

            Dictionary<string, string> Good(string clientId, string challenge) => new()
            {
                { "response_type", "code" },
                { "client_id", clientId },
                { "code_challenge", challenge },
                { "code_challenge_method", "S256" },
            };

            Dictionary<string, string> Other(string clientId) => new()
            {
                { "response_type", "id_token" },
                { "client_id", clientId },
            };
        }
        """);

    [Fact]
    public Task Dictionary_statements() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Bad(string clientId)
            {
                var parameters = new Dictionary<string, string>();
                parameters.Add("client_id", clientId);
                {|PKCE1001:parameters.Add("response_type", "code")|};
                parameters.TryAdd("scope", "openid");
                return parameters;
            }

            Dictionary<string, string> BadByIndex(string clientId)
            {
                var parameters = new Dictionary<string, string>();
                parameters["client_id"] = clientId;
                {|PKCE1001:parameters["response_type"] = "code"|};
                return parameters;
            }

            Dictionary<string, string> Good(string clientId, string challenge)
            {
                var parameters = new Dictionary<string, string> { ["client_id"] = clientId };
                parameters.Add("response_type", "code");
                parameters["code_challenge"] = challenge;
                parameters.TryAdd("code_challenge_method", "S256");
                return parameters;
            }

            Dictionary<string, string> Other(string clientId)
            {
                var parameters = new Dictionary<string, string> { ["client_id"] = clientId };
                parameters.Add("response_type", "id_token");
                return parameters;
            }
        }
        """);

    [Fact]
    public Task Removed_entry_is_gone() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Bad(string clientId, string challenge)
            {
                var parameters = new Dictionary<string, string>
                {
                    {|PKCE1001:["response_type"] = "code"|},
                    ["client_id"] = clientId,
                    ["code_challenge"] = challenge,
                };
                parameters.Remove("code_challenge");
                return parameters;
            }
        }
        """);

    [Fact]
    public Task Interfaces_and_other_dictionaries() => PkceTest.VerifyAsync("""
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Specialized;

        class Login
        {
            IDictionary<string, string> Bad(string clientId)
            {
                IDictionary<string, string> parameters = new SortedDictionary<string, string>();
                {|PKCE1001:parameters.Add("response_type", "code")|};
                parameters.Add("client_id", clientId);
                return parameters;
            }

            object BadObjects(string clientId)
            {
                IDictionary<string, object> parameters = new Dictionary<string, object>();
                {|PKCE1001:parameters["response_type"] = "code"|};
                parameters["client_id"] = clientId;
                parameters["max_age"] = 600;
                return parameters;
            }

            SortedList<string, string> BadSortedList(string clientId) => new() { {|PKCE1001:{ "response_type", "code" }|}, { "client_id", clientId } };

            ConcurrentDictionary<string, string> BadConcurrent(string clientId)
            {
                var parameters = new ConcurrentDictionary<string, string>();
                {|PKCE1001:parameters.TryAdd("response_type", "code")|};
                parameters.TryAdd("client_id", clientId);
                return parameters;
            }

            NameValueCollection BadNames(string clientId)
            {
                var parameters = new NameValueCollection();
                {|PKCE1001:parameters.Add("response_type", "code")|};
                parameters.Set("client_id", clientId);
                return parameters;
            }

            NameValueCollection BadNamesByIndex(string clientId) => new() { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = clientId };

            SortedDictionary<string, string> Good(string clientId, string challenge) => new()
            {
                ["response_type"] = "code", ["client_id"] = clientId, ["code_challenge"] = challenge, ["code_challenge_method"] = "S256",
            };

            NameValueCollection GoodNames(string clientId, string challenge)
            {
                var parameters = new NameValueCollection { { "response_type", "code" }, { "client_id", clientId } };
                parameters.Add("code_challenge", challenge);
                parameters.Set("code_challenge_method", "S256");
                return parameters;
            }

            NameValueCollection Other(string clientId) => new() { { "response_type", "id_token" }, { "client_id", clientId } };
        }
        """);

    [Fact]
    public Task List_of_pairs() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            List<KeyValuePair<string, string>> Bad(string clientId) => new List<KeyValuePair<string, string>>
            {
                {|PKCE1001:new KeyValuePair<string, string>("response_type", "code")|},
                new KeyValuePair<string, string>("client_id", clientId),
            };

            List<KeyValuePair<string, string>> BadTargetTyped(string clientId) => new()
            {
                {|PKCE1001:new("response_type", "code")|},
                new("client_id", clientId),
            };

            List<KeyValuePair<string, string>> BadAdded(string clientId)
            {
                var parameters = new List<KeyValuePair<string, string>>();
                parameters.Add({|PKCE1001:new("response_type", "code")|});
                parameters.Add(KeyValuePair.Create("client_id", clientId));
                return parameters;
            }

            List<KeyValuePair<string, string>> Good(string clientId, string challenge)
            {
                var parameters = new List<KeyValuePair<string, string>> { new("response_type", "code"), new("client_id", clientId) };
                parameters.AddRange([new("code_challenge", challenge), new("code_challenge_method", "S256")]);
                return parameters;
            }

            List<KeyValuePair<string, string>> Other(string clientId) => new() { new("response_type", "id_token"), new("client_id", clientId) };
        }
        """);

    [Fact]
    public Task Arrays_tuples_and_collection_expressions() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            KeyValuePair<string, string>[] BadArray(string clientId) => new[]
            {
                {|PKCE1001:new KeyValuePair<string, string>("response_type", "code")|},
                new KeyValuePair<string, string>("client_id", clientId),
            };

            (string, string)[] BadTuples(string clientId) => new[] { {|PKCE1001:("response_type", "code")|}, ("client_id", clientId) };

            List<(string Name, string Value)> BadNamedTuples(string clientId) => [{|PKCE1001:("response_type", "code")|}, (Name: "client_id", Value: clientId)];

            KeyValuePair<string, string>[] BadCollection(string clientId) => [{|PKCE1001:new("response_type", "code")|}, new("client_id", clientId)];

            string[,] BadGrid(string clientId) => new[,] { {|PKCE1001:{ "response_type", "code" }|}, { "client_id", clientId } };

            KeyValuePair<string, string>[] Good(string clientId, string challenge)
            {
                KeyValuePair<string, string>[] proof = [new("code_challenge", challenge), new("code_challenge_method", "S256")];
                return [new("response_type", "code"), new("client_id", clientId), .. proof];
            }

            (string, string)[] GoodTuples(string clientId, string challenge) =>
                [("response_type", "code"), ("client_id", clientId), ("code_challenge", challenge), ("code_challenge_method", "S256")];

            (string, string)[] Other(string clientId) => [("response_type", "id_token"), ("client_id", clientId)];

            string[] OtherList() => ["response_type", "code", "client_id", "state"];
        }
        """);

    [Fact]
    public Task Anonymous_object() => PkceTest.VerifyAsync("""
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Routing;

        class Login
        {
            RouteValueDictionary Bad(string clientId) => new RouteValueDictionary(new { {|PKCE1001:response_type = "code"|}, client_id = clientId });

            object BadReturned(string client_id) => new { {|PKCE1001:response_type = "code"|}, client_id, scope = "openid" };

            RouteValueDictionary Good(string clientId, string challenge) => new RouteValueDictionary(new
            {
                response_type = "code", client_id = clientId, code_challenge = challenge, code_challenge_method = "S256",
            });

            object GoodInferred(string client_id, string code_challenge) => new { response_type = "code", client_id, code_challenge, code_challenge_method = "S256" };

            RouteValueDictionary Other(string clientId) => new RouteValueDictionary(new { response_type = "id_token", client_id = clientId });
        }
        """);

    [Fact]
    public Task Linq_over_pairs() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        class Login
        {
            string Bad(string clientId)
            {
                var parameters = new Dictionary<string, string>
                {
                    {|PKCE1001:["response_type"] = "code"|},
                    ["client_id"] = clientId,
                };
                return "https://login.example.com/authorize?" + string.Join("&", parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
            }

            string BadFromNames(string clientId)
            {
                var parameters = new System.Collections.Specialized.NameValueCollection { {|PKCE1001:{ "response_type", "code" }|}, { "client_id", clientId } };
                return "https://login.example.com/authorize?" + string.Join("&", parameters.AllKeys.Select(key => key + "=" + Uri.EscapeDataString(parameters[key]!)));
            }

            string BadQuerySyntax(string clientId)
            {
                var parameters = new[] { {|PKCE1001:("response_type", "code")|}, ("client_id", clientId) };
                var pairs = from pair in parameters where pair.Item2 != null select pair.Item1 + "=" + pair.Item2;
                return "https://login.example.com/authorize?" + string.Join("&", pairs);
            }

            string Good(string clientId, string challenge)
            {
                var parameters = new Dictionary<string, string>
                {
                    ["response_type"] = "code",
                    ["client_id"] = clientId,
                    ["code_challenge"] = challenge,
                    ["code_challenge_method"] = "S256",
                };
                return "https://login.example.com/authorize?" + string.Join("&", parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
            }

            string GoodAppended(string clientId, string challenge)
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = clientId };
                var all = parameters.Append(new("code_challenge", challenge)).Concat(new Dictionary<string, string> { ["code_challenge_method"] = "S256" });
                return "https://login.example.com/authorize?" + string.Join("&", all.Select(pair => $"{pair.Key}={pair.Value}"));
            }

            string Other(string clientId)
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "id_token", ["client_id"] = clientId };
                return "https://login.example.com/authorize?" + string.Join("&", parameters.Select(pair => $"{pair.Key}={pair.Value}"));
            }
        }
        """);

    [Fact]
    public Task Copy_of_a_dictionary() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Bad(string clientId)
            {
                var common = new Dictionary<string, string> { ["client_id"] = clientId };
                return new Dictionary<string, string>(common) { {|PKCE1001:["response_type"] = "code"|} };
            }

            Dictionary<string, string> Good(string clientId, string challenge)
            {
                var common = new Dictionary<string, string> { ["client_id"] = clientId, ["code_challenge"] = challenge, ["code_challenge_method"] = "S256" };
                return new Dictionary<string, string>(common) { ["response_type"] = "code" };
            }

            Dictionary<string, string> Unknown(Dictionary<string, string> common) => new(common) { ["response_type"] = "code", ["client_id"] = "app" };
        }
        """);

    [Fact]
    public Task Pairs_of_other_things() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Tables
        {
            static readonly Dictionary<string, string> Descriptions = new()
            {
                ["response_type"] = "The kind of response, code in most cases",
                ["client_id"] = "The client's identifier",
                ["code_verifier"] = "The code verifier",
            };

            static readonly Dictionary<string, string> Columns = new() { ["response_type"] = "ResponseType", ["client_id"] = "ClientId", ["redirect_uri"] = "RedirectUri" };

            static readonly HashSet<string> Known = ["response_type", "code", "client_id"];

            static readonly string[] Required = { "response_type", "client_id", "redirect_uri" };
        }
        """);

    [Fact]
    public Task Sets_merged() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Linq;

        class Login
        {
            static Dictionary<string, string> Merge(params Dictionary<string, string>[] sets) => sets.SelectMany(set => set).ToDictionary(pair => pair.Key, pair => pair.Value);

            Dictionary<string, string> Bad(string clientId) => Merge(
                new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = clientId },
                new Dictionary<string, string> { ["prompt"] = "login" });

            Dictionary<string, string> Good(string clientId, string challenge) => Merge(
                new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = clientId },
                new Dictionary<string, string> { ["code_challenge"] = challenge, ["code_challenge_method"] = "S256" });
        }
        """);
}
