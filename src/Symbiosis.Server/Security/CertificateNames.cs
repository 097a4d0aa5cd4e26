using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Symbiosis.Server.Security;

/// <summary>Names in a certificate.</summary>
internal static class CertificateNames
{
    private static readonly Asn1Tag s_email = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag s_dns = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag s_uri = new(TagClass.ContextSpecific, 6);

    /// <summary>E-mail addresses, DNS names and URIs among the subject alternative names; the common name does not count.</summary>
    public static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        var names = new List<string>();
        foreach (var extension in certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>())
        {
            var sequence = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (sequence.HasData)
            {
                var tag = sequence.PeekTag();
                if (tag.HasSameClassAndValue(s_email) || tag.HasSameClassAndValue(s_dns) || tag.HasSameClassAndValue(s_uri))
                    names.Add(sequence.ReadCharacterString(UniversalTagNumber.IA5String, tag));
                else
                    sequence.ReadEncodedValue();
            }
        }

        return names;
    }
}
