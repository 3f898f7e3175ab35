import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether files are PDF/UA-1. Prints a line for each check that failed and a last one for the file. */
public class Verapdf {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.PDFUA_1);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
        ValidationResult result = validator.validate(parser);
        for (TestAssertion told : result.getTestAssertions()) {
          if (told.getStatus() == TestAssertion.Status.FAILED) {
            System.out.println(told.getRuleId().getClause() + " " + told.getMessage());
          }
        }
        System.out.println(result.isCompliant() ? "passes" : "fails");
      }
    }
  }
}
